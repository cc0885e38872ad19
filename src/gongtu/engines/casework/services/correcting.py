"""When a fact was corrected after money was promised: told, heard, and only then changed.

An officer tells the person, who may answer on the page of the case; another officer confirms
it, which makes the difference entry in the ledger and the letter, or drops it with reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.money import Yuan
from gongtu.engines.casework import authority
from gongtu.engines.casework.models import Case, Correction, CorrectionState
from gongtu.engines.casework.queries.corrections import (
    corrects,
    has_answered,
    heard_until,
    owed_by,
)
from gongtu.engines.casework.queries.recomputing import recompute
from gongtu.engines.casework.refusals import AlreadyDone, CaseUnknown, ReasonsMissing, WrongHands
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.casework.services.correction_letters import (
    say_no_more_of_it,
    tell_decision,
    tell_of_it,
    tell_payment,
)
from gongtu.engines.casework.services.holding import held_to_correct
from gongtu.engines.casework.services.recording import record
from gongtu.engines.casework.services.spending import (
    correct_what_is_committed,
    pay_what_is_committed,
)
from gongtu.engines.casework.services.staying import go_to
from gongtu.engines.casework.services.undoing import redo_records, undo_records
from gongtu.parties.capacity import Capacity


class CorrectionUnknown(CaseUnknown):
    """There is no such correction in the reader's hands."""


class NotHeardYet(Refused):
    """Whoever would lose by it has had no time to answer."""


class CorrectionStale(Refused):
    """The facts or the promise have changed since it was proposed."""


def find_correction(correction: int, by: Capacity) -> Correction:
    """A correction of a case that the reader's body decides.

    Raises:
        CorrectionUnknown: There is none.
    """
    found = Correction.objects.select_related("case").filter(pk=correction).first()
    if found is None or not corrects(authority.docket_of(found.case), by):
        raise _unknown()
    return found


def tell_correction(correction: int, *, by: Capacity, on: date) -> Correction:
    """Tell the person what would change and why, and that they may answer.

    Raises:
        CorrectionUnknown: Not theirs.
        InConflict: They are concerned in the matter; journaled.
        AlreadyDone: It was told before.
        CorrectionStale: It is not what the case comes to now.
    """
    with _held(correction, CorrectionState.PROPOSED, by=by, on=on) as found:
        _still_so(found)
        found.state, found.told_on, found.told_by_id = CorrectionState.TOLD, on, by.person
        found.save(update_fields=["state", "told_on", "told_by"])
        record(found.case, "correction-told", by=by, on=on, correction=found.pk)
        tell_of_it(found, by=by, on=on)
        return found


def tell_corrections(
    corrections: Iterable[int], *, by: Capacity, on: date
) -> dict[int, tuple[str, ...]]:
    """Tell of several, each on its own and by its own letter; why some could not be told."""
    refused: dict[int, tuple[str, ...]] = {}
    for correction in corrections:
        refused[correction] = ()
        try:
            tell_correction(correction, by=by, on=on)
        except Refused as reasons:
            refused[correction] = reasons.reasons
    return refused


def settle_correction(
    correction: int, *, confirm: bool, reason: str, by: Capacity, on: date
) -> Correction:
    """Confirm: the difference is entered and a letter goes out; or drop it.  Reasons always.

    What gives more needs no time to be heard.

    Raises:
        CorrectionUnknown, InConflict, AlreadyDone: As `tell_correction`; it must be told first.
        WrongHands: Whoever told it does not decide it; journaled.
        ReasonsMissing, NotHeardYet: As they say.
        CorrectionStale, Overspent: It cannot be confirmed; nothing was entered.
    """
    with _held(correction, CorrectionState.TOLD, by=by, on=on) as found:
        if by.person is None or by.person == found.told_by_id:
            raise WrongHands(_("更正须由未办理告知的人员决定。"))
        if not reason.strip():
            raise ReasonsMissing(_("须说明理由，包括对当事人意见的采纳情况。"))
        found.reason, found.settled_on, found.settled_by_id = reason.strip(), on, by.person
        if confirm:
            _confirm(found, by=by, on=on)
        else:
            _drop(found, by=by, on=on)
        return found


def pay_correction(correction: int, *, by: Capacity, on: date) -> Correction:
    """Pay what a confirmed correction gives in addition, where the case itself has ended.

    A case still to be paid is paid by its own move.

    Raises:
        CorrectionUnknown, InConflict: As `tell_correction`.
        WrongHands: Whoever confirmed it does not pay it; journaled.
        AlreadyDone: Nothing is due.
    """
    with _held(correction, CorrectionState.CONFIRMED, by=by, on=on) as found:
        if by.person is None or by.person == found.settled_by_id:
            raise WrongHands(_("发放须由未办理核定的人员办理。"))
        owed = owed_by(found)
        if not owed.fen:
            raise AlreadyDone(_("没有需要补发的金额。"))
        pay_what_is_committed(found.case, by=by, on=on)
        record(found.case, "correction-paid", by=by, on=on, correction=found.pk)
        tell_payment(found, paid=owed, by=by, on=on)
        return found


@contextmanager
def _held(
    correction: int, state: CorrectionState, *, by: Capacity, on: date
) -> Iterator[Correction]:
    """The correction in that state, its case locked: of two officers at once one waits."""
    number = find_correction(correction, by).case.number
    with held_to_correct(number, "correct", unknown=_unknown, by=by, on=on) as docket:
        found = docket.case.corrections.get(pk=correction)
        if found.state != state:
            raise AlreadyDone(_("这项更正已经办理到下一步，请刷新后再办理。"))
        yield found


def _unknown() -> CorrectionUnknown:
    return CorrectionUnknown(_("您的工作台上没有这项更正。"))


def _still_so(found: Correction) -> None:
    now = recompute(found.case)
    if now is None or (now.before.fen, now.after.fen) != (found.before, found.after):
        raise CorrectionStale(_("有关记录又有变化，请重新计算后再办理。"))


def _confirm(found: Correction, *, by: Capacity, on: date) -> None:
    _still_so(found)
    if found.is_less:
        _was_heard(found, on=on)
    _save(found, CorrectionState.CONFIRMED)
    after = Yuan.of_fen(found.after)
    correct_what_is_committed(found.case, after, why=found.reason[:400], by=by, on=on)
    if not found.after:
        undo_records(authority.docket_of(found.case), by=by, on=on)
        _end_unpaid(found.case, on=on)
    elif not found.before:
        redo_records(authority.docket_of(found.case), by=by, on=on)
    record(found.case, "correction-confirmed", by=by, on=on, text=found.reason, correction=found.pk)
    tell_decision(found, by=by, on=on)


def _end_unpaid(case: Case, *, on: date) -> None:
    """Where nothing is left to pay, a case that waits for its payment ends refused."""
    procedure = get_procedure(case.procedure, case.version)
    refused = next((end for end in procedure.ends if end.refused), None)
    if refused is not None and case.closed_on is None:
        go_to(case, refused.key, leaving_with="correct", on=on)


def _drop(found: Correction, *, by: Capacity, on: date) -> None:
    _save(found, CorrectionState.DROPPED)
    record(found.case, "correction-dropped", by=by, on=on, text=found.reason, correction=found.pk)
    say_no_more_of_it(found, by=by, on=on)


def _save(found: Correction, state: CorrectionState) -> None:
    found.state = state
    found.save(update_fields=["state", "reason", "settled_on", "settled_by"])


def _was_heard(found: Correction, *, on: date) -> None:
    """While the time to be heard is 待核, only an answer shows that somebody was heard."""
    until = heard_until(found)
    if until is None and not has_answered(found):
        raise NotHeardYet(_("听取意见的期限待核：当事人答复以后才能决定。"))
    if until is not None and on <= until:
        raise NotHeardYet(
            _("应当给当事人陈述、申辩的时间，%(until)s以后才能决定。") % {"until": until}
        )
