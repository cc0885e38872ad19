"""What is owed back and not pursued: proposed with its basis, decided by another officer.

The second honest end of a recovery.  No threshold is known here: the officers name the document
they rely on, give their reasons, and the ledger, the journal and a letter keep them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.engines.casework.authority import Docket
from gongtu.engines.casework.models import Case, WriteDown, WriteDownState
from gongtu.engines.casework.refusals import AlreadyDone, ReasonsMissing, WrongHands
from gongtu.engines.casework.services.correction_letters import tell_opener, worded
from gongtu.engines.casework.services.holding import held_to_correct
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.services.returning import left_of, no_such_return, owing_of
from gongtu.engines.ledger import services as money
from gongtu.parties.capacity import Capacity

TITLE = "差额核销决定书"


class WriteDownUnfit(Refused):
    """It lacks its basis or reasons, or is not within what is still to be returned."""


def propose_write_down(
    number: str, *, amount: Yuan, basis: str, reason: str, by: Capacity, on: date
) -> WriteDown:
    """Propose that so much of what is to be returned of a case be not pursued.

    Raises:
        CaseUnknown: It is not decided by the body of `by`; journaled.
        InConflict: They are concerned in the matter; journaled.
        WrongHands: Nobody in person proposes it; journaled.
        AlreadyDone: Nothing is to be returned any more, or a proposal waits already.
        WriteDownUnfit: As it says, every reason at once.
    """
    with held_to_correct(number, "write-down", unknown=no_such_return, by=by, on=on) as docket:
        case = docket.case
        if by.person is None:
            raise WrongHands(_("核销须由经办人员本人提出。"))
        owing_of(case)
        if case.write_downs.filter(state=WriteDownState.PROPOSED).exists():
            raise AlreadyDone(_("这件已经提出核销，等另一人决定。"))
        _fit(case, amount, basis, reason)
        made = WriteDown.objects.create(
            case=case, amount=amount.fen, basis=basis.strip(), reason=reason.strip(),
            proposed_on=on, proposed_by_id=by.person,
        )  # fmt: skip
        record(case, "write-down-proposed", by=by, on=on, write_down=made.pk, fen=amount.fen)
        return made


def settle_write_down(
    write_down: int, *, confirm: bool, reason: str = "", by: Capacity, on: date
) -> WriteDown:
    """Decide it: the difference is entered, and a letter goes out; or drop it with reasons.

    Raises:
        CaseUnknown, InConflict: As `propose_write_down`.
        AlreadyDone: It is settled.
        WrongHands: Whoever proposed it does not decide it; journaled.
        WriteDownUnfit: Less is still to be returned by now.
        ReasonsMissing: It is dropped without saying why.
    """
    with _waiting(write_down, by=by, on=on) as (docket, found):
        found.settled_on, found.settled_by_id = on, by.person
        if confirm:
            _decide(found, docket, by=by, on=on)
        else:
            _drop(found, reason, by=by, on=on)
        return found


@contextmanager
def _waiting(write_down: int, *, by: Capacity, on: date) -> Iterator[tuple[Docket, WriteDown]]:
    """The proposal that still waits, its case locked."""
    number = WriteDown.objects.filter(pk=write_down).values_list("case__number", flat=True).first()
    if number is None:
        raise no_such_return()
    with held_to_correct(number, "write-down", unknown=no_such_return, by=by, on=on) as docket:
        found = docket.case.write_downs.get(pk=write_down)
        if found.state != WriteDownState.PROPOSED:
            raise AlreadyDone(_("这项核销已经决定，请刷新后再办理。"))
        if by.person is None:
            raise WrongHands(_("核销须由经办人员本人决定。"))
        yield docket, found


def _decide(found: WriteDown, docket: Docket, *, by: Capacity, on: date) -> None:
    if by.person == found.proposed_by_id:
        raise WrongHands(_("核销须由提出人以外的人员决定。"))
    case, amount = docket.case, Yuan.of_fen(found.amount)
    _within(case, amount)
    _save(found, WriteDownState.DECIDED)
    _enter(found, case, by=by, on=on)
    record(case, "written-down", by=by, on=on, text=found.basis, fen=found.amount)
    figures = {"left": left_of(case), "basis": found.basis}
    words = worded(case, TITLE, figures, reason=found.reason, amount=amount)
    tell_opener(docket, "written_down", words, by=by, on=on)


def _enter(found: WriteDown, case: Case, *, by: Capacity, on: date) -> None:
    """Off each promise of which something is owed back, until the amount is reached."""
    left = found.amount
    for promise in owing_of(case):
        part = min(left, promise.receivable)
        if part:
            key = f"{found.pk}:{promise.pk}"
            amount = Yuan.of_fen(part)
            money.write_down(promise, amount, key=key, reason=found.basis, by=by, on=on)
        left -= part


def _drop(found: WriteDown, reason: str, *, by: Capacity, on: date) -> None:
    if not reason.strip():
        raise ReasonsMissing(_("不予核销的，须说明理由。"))
    found.dropped_for = reason.strip()
    _save(found, WriteDownState.DROPPED)
    record(found.case, "write-down-dropped", by=by, on=on, write_down=found.pk)


def _save(found: WriteDown, state: WriteDownState) -> None:
    found.state = state
    found.save(update_fields=["state", "settled_on", "settled_by", "dropped_for"])


def _fit(case: Case, amount: Yuan, basis: str, reason: str) -> None:
    reasons = []
    if not basis.strip():
        reasons.append(_("请写明据以核销的文件。"))
    if not reason.strip():
        reasons.append(_("须说明理由。"))
    if reasons:
        raise WriteDownUnfit(*reasons)
    _within(case, amount)


def _within(case: Case, amount: Yuan) -> None:
    left = left_of(case)
    if not Yuan(0) < amount <= left:
        raise WriteDownUnfit(
            _("核销金额应当大于零，且不超过还应退回的%(left)s元。") % {"left": left}
        )
