"""What the skills register does by itself: of whoever was erased it keeps no photo."""

from __future__ import annotations

from datetime import time
from typing import Any

from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import Every, work
from gongtu.registers.skills.services.photos import forget_photos


@work("drop-photos", every=Every(daily=time(3, 50)))
def drop_photos(_job: Job) -> dict[str, Any]:
    """Photos of erased persons go; the journal keeps its proof."""
    return {"photos": forget_photos()}
