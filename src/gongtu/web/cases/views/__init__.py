"""Pages of cases, one module for each thing people do with them."""

from gongtu.web.cases.views.acting import make_move
from gongtu.web.cases.views.adding import (
    answer_objection,
    ask_reconsideration,
    attach,
    rate,
    remark,
    reply_to_rating,
    withdraw,
)
from gongtu.web.cases.views.filing import check_answers, discard_draft, list_cases, start_case
from gongtu.web.cases.views.letters import download_letter, serve_letter, show_letter
from gongtu.web.cases.views.reading import download_attachment, show_case

__all__ = [
    "answer_objection",
    "ask_reconsideration",
    "attach",
    "check_answers",
    "discard_draft",
    "download_attachment",
    "download_letter",
    "list_cases",
    "make_move",
    "rate",
    "remark",
    "reply_to_rating",
    "serve_letter",
    "show_case",
    "show_letter",
    "start_case",
    "withdraw",
]
