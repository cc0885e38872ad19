"""What the register does by itself: every night it counts who waits on what."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import Every, work
from gongtu.registers.ladder.services import count_waiters


@work("count-who-waits", every=Every(daily=time(2, 50)))
def count_who_waits(job: Job) -> dict[str, Any]:
    """The whole table anew."""
    return {"people": count_waiters(on=date.fromisoformat(job.payload["on"]))}
