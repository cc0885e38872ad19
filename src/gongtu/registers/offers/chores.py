"""What the register does by itself: every night it finds what is owed."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from gongtu.parties.capacity import CLOCK
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import Every, work
from gongtu.records.jobs.services import StillGoing, progress
from gongtu.registers.offers.choices import RunState
from gongtu.registers.offers.models import Run
from gongtu.registers.offers.services.running import KIND, RunGoing, begin_run, carry_out

TOLD_EVERY = 100


@work(KIND, attempts=10, pause=timedelta(minutes=1), every=Every(daily=time(1, 30)))
def find_what_is_owed(job: Job) -> dict[str, Any]:
    """One run; where another is under way the second waits, where it was killed it goes on."""

    def tell(done: int, total: int) -> None:
        if done % TOLD_EVERY == 0 or done == total:
            progress(job, done, total)

    run = _run_of(job)
    if run.state == RunState.DONE:
        return dict(run.outcome)
    return carry_out(run, tell)


def _run_of(job: Job) -> Run:
    asked = Run.objects.filter(pk=job.payload.get("run", 0)).first()
    mine = asked or Run.objects.filter(job_key=job.key).first()
    if mine is not None:
        return mine
    try:
        return begin_run(by=CLOCK, on=date.fromisoformat(job.payload["on"]), job=job)
    except RunGoing as going:
        raise StillGoing(str(going)) from going
