"""Every night each decision on money is looked at again; what it no longer bears is proposed.

A recomputation never changes anything by itself: what follows from it is for officers.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.engines.casework.models import Correction, CorrectionState
from gongtu.engines.casework.queries.corrections import may_look_again
from gongtu.engines.casework.queries.recomputing import Recomputed, decision_stands, recompute
from gongtu.engines.casework.refusals import AlreadyDone, WrongHands
from gongtu.engines.casework.services.correction_letters import say_no_more_of_it
from gongtu.engines.casework.services.locking import lock
from gongtu.engines.casework.services.recording import record
from gongtu.engines.ledger.queries import list_cases_with_money
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.records.jobs import services as jobs
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.queries import find_unfinished

KIND = "look-again"
TOLD_EVERY = 50


def look_again(*, by: Capacity, on: date) -> Job:
    """Look at every decision now, in the background, instead of tonight.

    Raises:
        WrongHands: No decision on money is made on a desk like theirs.
        AlreadyDone: It is under way.
    """
    if not may_look_again(by):
        raise WrongHands(_("重新计算由核定待遇的机关办理。"))
    if find_going() is not None:
        raise AlreadyDone(_("正在重新计算，请稍候。"))
    return jobs.start(KIND, owner=by.account, payload={"on": on.isoformat()})


def find_going() -> Job | None:
    """The recomputation under way."""
    return find_unfinished(KIND)


def propose_corrections(
    *, on: date, progress: Callable[[int, int], None] = lambda _done, _total: None
) -> int:
    """Look again at every case with money promised; how many proposals were made.

    What was dropped is not proposed again unless it would come to something else.
    """
    numbers, made = list_cases_with_money(), 0
    for done, number in enumerate(numbers, start=1):
        made += _look_at(number, on=on)
        if done % TOLD_EVERY == 0 or done == len(numbers):
            progress(done, len(numbers))
    return made


@transaction.atomic
def _look_at(number: str, *, on: date) -> bool:
    case = lock(number)
    found, last = recompute(case), case.corrections.order_by("-id").first()
    if last is not None and last.is_open and not decision_stands(case):
        _lapse(last, on=on)
    if found is None or (last is not None and _stands(last, found)):
        return False
    if last is not None and last.is_open:
        _lapse(last, on=on)
    if found.same:
        return False
    made = Correction.objects.create(
        case=case, before=found.before.fen, after=found.after.fen,
        because=list(found.because), proposed_on=on,
    )  # fmt: skip
    record(case, "correction-proposed", by=CLOCK, on=on, correction=made.pk)
    return True


def _stands(last: Correction, found: Recomputed) -> bool:
    """Whether it is what was proposed before, and waits, or was dropped with reasons."""
    alike = (last.before, last.after) == (found.before.fen, found.after.fen)
    return alike and (last.is_open or last.state == CorrectionState.DROPPED)


def _lapse(last: Correction, *, on: date) -> None:
    """Facts or case have changed once more: it can no longer be decided as it was proposed."""
    told = last.state == CorrectionState.TOLD
    last.state, last.settled_on = CorrectionState.LAPSED, on
    last.reason = _("有关记录又有变化，本次更正不再办理。")
    last.save(update_fields=["state", "settled_on", "reason"])
    record(last.case, "correction-lapsed", by=CLOCK, on=on, correction=last.pk)
    if told:
        say_no_more_of_it(last, by=CLOCK, on=on)
