"""What casework does by itself: every night the clocks are brought to the new day."""

from dataclasses import asdict
from datetime import date, time, timedelta
from typing import Any

from gongtu.engines.casework.models import Recomputation
from gongtu.engines.casework.refusals import AlreadyDone
from gongtu.engines.casework.services import carry_out, propose_corrections, run_clock
from gongtu.engines.casework.services.looking_again import KIND
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import Every, work
from gongtu.records.jobs.services import StillGoing, progress


@work("clock", every=Every(daily=time(0, 10)))
def run_the_clock(job: Job) -> dict[str, Any]:
    """As `gongtu clock`, for the platform's day; taken up again where it was killed."""
    on = date.fromisoformat(job.payload["on"])
    report = run_clock(on, progress=lambda done, total: progress(job, done, total))
    return asdict(report) | {"on": on.isoformat()}


@work(KIND, attempts=10, pause=timedelta(minutes=1), every=Every(daily=time(3, 0)))
def look_at_decisions(job: Job) -> dict[str, Any]:
    """Propose corrections where facts were corrected after money was promised.

    Where another run is under way the second waits, where it was killed it goes on.
    """

    def tell(done: int, total: int) -> None:
        progress(job, done, total)

    on = date.fromisoformat(job.payload["on"])
    asked = Recomputation.objects.filter(pk=job.payload.get("run", 0)).first()
    run = asked or Recomputation.objects.filter(job_key=job.key).first()
    try:
        made = carry_out(run, tell) if run else propose_corrections(on=on, job=job, progress=tell)
    except AlreadyDone as going:
        raise StillGoing(str(going)) from going
    return {"proposed": made, "on": on.isoformat()}
