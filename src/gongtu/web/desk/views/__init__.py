"""Pages of the desk, one module for each thing officers do."""

from gongtu.web.desk.views.queue import decide_batch, list_queue
from gongtu.web.desk.views.sharing import (
    assign_case,
    declare_conflict,
    extend,
    hand_over,
    release_case,
    take_case,
)
from gongtu.web.desk.views.standards import (
    approve_decision,
    download_instrument,
    list_decisions,
    propose_decision,
    reject_decision,
    show_decision,
    withdraw_decision,
)

__all__ = [
    "approve_decision",
    "assign_case",
    "decide_batch",
    "declare_conflict",
    "download_instrument",
    "extend",
    "hand_over",
    "list_decisions",
    "list_queue",
    "propose_decision",
    "reject_decision",
    "release_case",
    "show_decision",
    "take_case",
    "withdraw_decision",
]
