"""Reading parameter decisions: what waits and for whom, and what has been decided."""

from gongtu.registers.instruments.queries.decided import list_decided, looked_up_once
from gongtu.registers.instruments.queries.proposals import (
    count_pending_for,
    get_decision,
    list_history,
    list_pending_for,
    list_proposals,
    settles,
)

__all__ = [
    "count_pending_for",
    "get_decision",
    "list_decided",
    "list_history",
    "list_pending_for",
    "list_proposals",
    "looked_up_once",
    "settles",
]
