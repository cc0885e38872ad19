"""Every night each decision on money is looked at again; what it no longer bears is proposed.

An officer may have those of one benefit looked at at once, instead of tonight.  A recomputation
never changes anything by itself: what follows from it is for officers.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gongtu.engines.casework.models import Correction, CorrectionState, Recomputation, RunState
from gongtu.engines.casework.queries.corrections import decided_on_desk
from gongtu.engines.casework.queries.looking import find_going, list_to_look_at
from gongtu.engines.casework.queries.recomputing import Recomputed, decision_stands, recompute
from gongtu.engines.casework.refusals import AlreadyDone, WrongHands
from gongtu.engines.casework.services.correction_letters import say_no_more_of_it
from gongtu.engines.casework.services.locking import lock
from gongtu.engines.casework.services.recording import record
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.records.jobs import services as jobs
from gongtu.records.jobs.models import Job, JobState

KIND = "look-again"
STEP = 50
Progress = Callable[[int, int], None]


def look_again(procedure: str = "", *, by: Capacity, on: date) -> Recomputation:
    """Look now, in the background, at what the reader's own body decided on one benefit, or on all.

    Raises:
        WrongHands: No such decision on money is made on a desk like theirs.
        AlreadyDone: It is under way.
    """
    mine = {one.key for one in decided_on_desk(by)}
    if not mine or (procedure and procedure not in mine):
        raise WrongHands(_("重新计算由核定待遇的机关办理。"))
    if find_going(by) is not None:
        raise _going()
    with transaction.atomic():
        run = _begin(on=on, procedure=procedure, organisation=by.organisation or 0, by=by)
        told = {"run": run.pk, "on": on.isoformat()}
        run.job_key = jobs.start(KIND, owner=by.account, payload=told).key
        Recomputation.objects.filter(pk=run.pk).update(job_key=run.job_key)
        return run


def propose_corrections(
    *, on: date, job: Job | None = None, progress: Progress = lambda _done, _total: None
) -> int:
    """Look again at every case with money promised, as every night; how many were proposed.

    What was dropped is not proposed again unless it would come to something else.

    Raises:
        AlreadyDone: The same is under way.
    """
    return carry_out(_begin(on=on, job=job), progress)


def carry_out(run: Recomputation, progress: Progress) -> int:
    """Look, step by step; taken up again, it goes on behind the last whole step.

    Each case is its own transaction, and looked at twice it makes no second proposal.
    """
    waiting = list_to_look_at(run)
    if not run.total:
        run.total = waiting.count()
    while numbers := list(waiting.filter(number__gt=run.after)[:STEP]):
        for number in numbers:
            _look_at(number, run)
        run.after, run.done = numbers[-1], run.done + len(numbers)
        run.save(update_fields=["after", "done", "total"])
        progress(run.done, run.total)
    run.state = RunState.DONE
    run.save(update_fields=["state", "total"])
    return run.corrections.count()


def _begin(
    *, on: date, procedure: str = "", organisation: int = 0, by: Capacity = CLOCK,
    job: Job | None = None,
) -> Recomputation:  # fmt: skip
    _give_up_dead(organisation)
    run = Recomputation(
        on=on, procedure=procedure, organisation=organisation, asked_account=by.account,
        job_key=job.key if job else None,
    )  # fmt: skip
    try:
        with transaction.atomic():
            run.save(force_insert=True)
    except IntegrityError:
        raise _going() from None
    return run


def _give_up_dead(organisation: int) -> None:
    """A run whose job ended without it, or that has none, will not go on: its place is free."""
    running = Recomputation.objects.filter(organisation=organisation, state=RunState.RUNNING)
    for run in running:
        job = Job.objects.filter(pk=run.job_key).first() if run.job_key else None
        if job is None or job.state in (JobState.DONE, JobState.FAILED):
            Recomputation.objects.filter(pk=run.pk).update(state=RunState.BROKEN)


def _going() -> AlreadyDone:
    return AlreadyDone(_("正在重新计算，请稍候。"))


@transaction.atomic
def _look_at(number: str, run: Recomputation) -> None:
    case, on = lock(number), run.on
    found, last = recompute(case), case.corrections.order_by("-id").first()
    if last is not None and last.is_open and not decision_stands(case):
        _lapse(last, on=on)
    if found is None or (last is not None and _stands(last, found)):
        return
    if last is not None and last.is_open:
        _lapse(last, on=on)
    if found.same:
        return
    made = Correction.objects.create(
        case=case, before=found.before.fen, after=found.after.fen,
        because=list(found.because), proposed_on=on, found_in=run,
    )  # fmt: skip
    record(case, "correction-proposed", by=CLOCK, on=on, correction=made.pk)


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
