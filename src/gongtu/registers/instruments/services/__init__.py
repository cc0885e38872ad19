"""Writing what officers decide on parameters, and what they try out before they do."""

from gongtu.registers.instruments.choices import Instrument
from gongtu.registers.instruments.services.decisions import (
    AlreadySettled,
    NotAcceptable,
    OwnProposal,
    WrongOffice,
    approve,
    propose,
    reject,
    withdraw,
)
from gongtu.registers.instruments.services.drafts import (
    AlreadyProposed,
    KeyUsed,
    ParameterUnknown,
    begin_draft,
    change_draft,
    delete_draft,
    propose_draft,
)

__all__ = [
    "AlreadyProposed",
    "AlreadySettled",
    "Instrument",
    "KeyUsed",
    "NotAcceptable",
    "OwnProposal",
    "ParameterUnknown",
    "WrongOffice",
    "approve",
    "begin_draft",
    "change_draft",
    "delete_draft",
    "propose",
    "propose_draft",
    "reject",
    "withdraw",
]
