"""Money that comes back: entered once by its receipt, journaled, and told to who returned it."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.refusals import AlreadyDone, CaseUnknown
from gongtu.engines.casework.services.correction_letters import tell_opener, worded
from gongtu.engines.casework.services.holding import held_to_correct
from gongtu.engines.casework.services.recording import record
from gongtu.engines.ledger import queries as ledger
from gongtu.engines.ledger import services as money
from gongtu.engines.ledger.models import Commitment
from gongtu.engines.ledger.returns import find_recovery
from gongtu.parties.capacity import Capacity

TITLE = "退款收讫告知书"


class ReturnUnfit(Refused):
    """What is said of the money that came back cannot be so."""


def record_return(
    number: str, *, amount: Yuan, came_on: date, receipt: str, by: Capacity, on: date
) -> Case:
    """Money asked back of a case has come back.

    Raises:
        CaseUnknown: It is not decided by the body of `by`; journaled.
        InConflict: They are concerned in the matter; journaled.
        AlreadyDone: Nothing is to be returned any more.
        ReturnUnfit: No receipt, or a day still to come or before anything was asked back.
        ReceiptUsed: The receipt is entered already.
        NothingToReturn: More than is still to be returned.
    """
    with held_to_correct(number, "record-return", unknown=no_such_return, by=by, on=on) as docket:
        case = docket.case
        promise = owing_of(case)[0]
        receipt = _fit(case, came_on, receipt, on=on)
        money.recover(promise, amount, reason=TITLE, by=by, on=came_on, receipt=receipt)
        record(case, "returned", by=by, on=on, text=receipt, fen=amount.fen)
        words = worded(case, TITLE, {"left": left_of(case)}, amount=amount)
        tell_opener(docket, "returned", words, by=by, on=on)
        return case


def no_such_return() -> CaseUnknown:
    """In the words of the desk, whoever asks."""
    return CaseUnknown(_("您的工作台上没有这件追回。"))


def owing_of(case: Case) -> list[Commitment]:
    """The promises of a case of which something is still to be returned.

    Raises:
        AlreadyDone: There are none.
    """
    promises = ledger.list_commitments_of(case.number)
    owing = [promise for promise in promises if promise.receivable]
    if not owing:
        raise AlreadyDone(_("这件没有还应退回的款项。"))
    return owing


def left_of(case: Case) -> Yuan:
    """What is still to be returned of a case."""
    told = find_recovery(case.number)
    return told.left if told else Yuan(0)


def _fit(case: Case, came_on: date, receipt: str, *, on: date) -> str:
    told = find_recovery(case.number)
    since = min((one.on for one in told.asked), default=on) if told else on
    reasons = []
    if not receipt.strip():
        reasons.append(_("请填写收款凭证号。"))
    if not since <= came_on <= on:
        reasons.append(_("到账日期应当在%(since)s至%(on)s之间。") % {"since": since, "on": on})
    if reasons:
        raise ReturnUnfit(*reasons)
    return receipt.strip()
