"""Reads of the register of offers."""

from gongtu.registers.offers.queries.declines import EVERYTHING, declined_by, list_declines
from gongtu.registers.offers.queries.offers import (
    OfferUnknown,
    beneficiary_of,
    get_own,
    is_filled_by_record,
    list_live,
    list_offers_to,
    list_unanswered,
    procedure_of,
)
from gongtu.registers.offers.queries.publishing import (
    TakeUp,
    count_near,
    list_near,
    reasons_not_taken,
    take_up,
)
from gongtu.registers.offers.queries.runs import find_running, last_run, list_runs, snapshots_named

__all__ = [
    "EVERYTHING",
    "OfferUnknown",
    "TakeUp",
    "beneficiary_of",
    "count_near",
    "declined_by",
    "find_running",
    "get_own",
    "is_filled_by_record",
    "last_run",
    "list_declines",
    "list_live",
    "list_near",
    "list_offers_to",
    "list_runs",
    "list_unanswered",
    "procedure_of",
    "reasons_not_taken",
    "snapshots_named",
    "take_up",
]
