"""Reading parameter decisions: what waits and for whom, and what has been decided."""

from gongtu.registers.instruments.queries.decided import list_decided, looked_up_once
from gongtu.registers.instruments.queries.drafts import (
    DraftUnknown,
    get_draft,
    get_readable_draft,
    list_drafts,
    list_together,
    supposed_by,
)
from gongtu.registers.instruments.queries.proposals import (
    count_pending_for,
    get_decision,
    list_history,
    list_pending_for,
    list_proposals,
    settles,
)

__all__ = [
    "DraftUnknown",
    "count_pending_for",
    "get_decision",
    "get_draft",
    "get_readable_draft",
    "list_decided",
    "list_drafts",
    "list_history",
    "list_pending_for",
    "list_proposals",
    "list_together",
    "looked_up_once",
    "settles",
    "supposed_by",
]
