"""Everything that can happen to money, one function each."""

from gongtu.engines.ledger.services.budgets import NoBudget, NoFund, allot, open_fund
from gongtu.engines.ledger.services.commitments import (
    AlreadyCommitted,
    AlreadyPaid,
    Payee,
    adjust,
    commit,
    release,
)
from gongtu.engines.ledger.services.payments import (
    NothingToReturn,
    ReceiptUsed,
    pay,
    recover,
    refund,
    write_down,
)
from gongtu.engines.ledger.services.posting import Overspent
from gongtu.engines.ledger.services.runs import open_run, start_run

__all__ = [
    "AlreadyCommitted",
    "AlreadyPaid",
    "NoBudget",
    "NoFund",
    "NothingToReturn",
    "Overspent",
    "Payee",
    "ReceiptUsed",
    "adjust",
    "allot",
    "commit",
    "open_fund",
    "open_run",
    "pay",
    "recover",
    "refund",
    "release",
    "start_run",
    "write_down",
]
