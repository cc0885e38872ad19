"""What the records do by themselves: seal the journal, and sweep up files that nothing names."""

from datetime import datetime, time, timedelta
from typing import Any

from gongtu.records.files.services import sweep
from gongtu.records.jobs.backend import forget
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import Every, work
from gongtu.records.journal.seals import seal

TASKS_KEPT = timedelta(days=30)


@work("seal-journal", every=Every(pause=timedelta(hours=1)))
def seal_journal(job: Job) -> dict[str, Any]:
    """Bind all chains that grew since the last seal."""
    made = seal(_at(job))
    return {"seal": made.number if made else None}


@work("sweep-up", every=Every(daily=time(3, 30)))
def sweep_up(job: Job) -> dict[str, Any]:
    """Remove bytes that belong to no file, and the task library's rows of long ago."""
    at = _at(job)
    return {"files": sweep(at=at), "tasks": forget(at - TASKS_KEPT)}


def _at(job: Job) -> datetime:
    return datetime.fromisoformat(job.payload["at"])
