"""What casework does by itself: every night the clocks are brought to the new day."""

from dataclasses import asdict
from datetime import date, time
from typing import Any

from gongtu.engines.casework.services import propose_corrections, run_clock
from gongtu.engines.casework.services.looking_again import KIND
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import Every, work
from gongtu.records.jobs.services import progress


@work("clock", every=Every(daily=time(0, 10)))
def run_the_clock(job: Job) -> dict[str, Any]:
    """As `gongtu clock`, for the platform's day; taken up again where it was killed."""
    on = date.fromisoformat(job.payload["on"])
    report = run_clock(on, progress=lambda done, total: progress(job, done, total))
    return asdict(report) | {"on": on.isoformat()}


@work(KIND, every=Every(daily=time(3, 0)))
def look_at_decisions(job: Job) -> dict[str, Any]:
    """Propose corrections where facts were corrected after money was promised."""
    on = date.fromisoformat(job.payload["on"])
    made = propose_corrections(on=on, progress=lambda done, total: progress(job, done, total))
    return {"proposed": made, "on": on.isoformat()}
