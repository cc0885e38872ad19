"""Money that comes back: entered once by its receipt, journaled, and told to who returned it."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.engines.casework import authority
from gongtu.engines.casework.authority import Docket
from gongtu.engines.casework.declare import LetterKind, Move
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.queries.corrections import corrects, decides_on
from gongtu.engines.casework.refusals import AlreadyDone, CaseUnknown
from gongtu.engines.casework.services.issuing import Wording, issue
from gongtu.engines.casework.services.locking import lock, refusals_journaled
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.services.spending import fund_of
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
    with refusals_journaled(number, "record-return", by=by, on=on):
        case = lock(number)
        docket = authority.docket_of(case)
        if not corrects(docket, by):
            raise no_such_return()
        if (concerned := authority.concern_of(docket, by, on=on)) is not None:
            raise concerned
        promise = _owing(case)
        receipt = _fit(case, came_on, receipt, on=on)
        money.recover(promise, amount, reason=TITLE, by=by, on=came_on, receipt=receipt)
        record(case, "returned", by=by, on=on, text=receipt, fen=amount.fen)
        _tell(docket, amount, by=by, on=on)
        return case


def no_such_return() -> CaseUnknown:
    """In the words of the desk, whoever asks."""
    return CaseUnknown(_("您的工作台上没有这件追回。"))


def _owing(case: Case) -> Commitment:
    promises = ledger.list_commitments_of(case.number)
    owing = next((promise for promise in promises if promise.receivable), None)
    if owing is None:
        raise AlreadyDone(_("这件没有还应退回的款项。"))
    return owing


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


def _tell(docket: Docket, amount: Yuan, *, by: Capacity, on: date) -> None:
    case, body = docket.case, docket.party(decides_on(docket.procedure))
    told = find_recovery(case.number)
    figures = {"left": told.left if told else Yuan(0)}
    kind = LetterKind("returned", TITLE, to=docket.procedure.opened_by, shared=True)
    words = Wording(
        Move("correct", TITLE, to=case.stage), figures, "", {}, (), amount, fund_of(case)
    )
    issue(docket, kind, words, issuer=body.organisation_id if body else None, by=by, on=on)
