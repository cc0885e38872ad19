"""What the register does by itself: on the day of review both sides are reminded, once."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.utils.translation import gettext_noop

from gongtu.base.speech import gettext as _
from gongtu.records.jobs.models import Job
from gongtu.records.jobs.registry import Every, work
from gongtu.registers.careers.queries import due_for_review
from gongtu.registers.careers.services.guides import remind

TEXT = gettext_noop(
    "职业生涯指导计划到了约定的回顾日期：请一起看看走到哪里，需要修订的由单位提出新的一版。"
)


@work("remind-of-career-guides", every=Every(daily=time(7, 30)))
def remind_of_guides(job: Job) -> dict[str, Any]:
    """Whatever has come due; who was reminded before is not told again."""
    on = date.fromisoformat(job.payload["on"])
    due = list(due_for_review(on))
    for version in due:
        remind(version, _(TEXT), on=on)
    return {"due": len(due)}
