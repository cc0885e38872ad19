"""Reads of casework: `get_` returns one or refuses, `list_` an order, `count_` figures."""

from gongtu.engines.casework.queries.cases import (
    attachments_of,
    get_case,
    get_draft,
    letters_of,
    list_cases_of,
    list_claimed,
    list_drafts,
    list_letters_to,
    moves_open_to,
    rights_of,
    waiting_for,
)
from gongtu.engines.casework.queries.course import Step, When, course_of, history_of
from gongtu.engines.casework.queries.knowing import findings_for, gathering_of, known_of, seated
from gongtu.engines.casework.queries.notices import (
    get_notice,
    notice_of,
    objections_to,
    public_notices,
)
from gongtu.engines.casework.queries.queues import (
    Filters,
    Page,
    Standing,
    count_open_by_stage,
    count_queue,
    count_standing,
    list_queue,
    names_on_desk,
    overdue_cases,
)

__all__ = [
    "Filters",
    "Page",
    "Standing",
    "Step",
    "When",
    "attachments_of",
    "count_open_by_stage",
    "count_queue",
    "count_standing",
    "course_of",
    "findings_for",
    "gathering_of",
    "get_case",
    "get_draft",
    "get_notice",
    "history_of",
    "known_of",
    "letters_of",
    "list_cases_of",
    "list_claimed",
    "list_drafts",
    "list_letters_to",
    "list_queue",
    "moves_open_to",
    "names_on_desk",
    "notice_of",
    "objections_to",
    "overdue_cases",
    "public_notices",
    "rights_of",
    "seated",
    "waiting_for",
]
