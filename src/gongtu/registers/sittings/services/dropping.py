"""Whom an assessor named, and names no more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gongtu.registers.sittings.models import Assignment
from gongtu.registers.sittings.queries.examining import standing_in
from gongtu.registers.sittings.services.telling import tell_replaced
from gongtu.registers.skills.models import AssessmentSession


def drop_named(session: AssessmentSession, *, kept: Sequence[int] = (), on: date) -> None:
    """Who was named and is none of those kept examines no more; the journal keeps who it was."""
    dropped = standing_in(session).filter(draw=None).exclude(examiner__in=kept)
    for one in dropped:
        tell_replaced(one, on=on)
    Assignment.objects.filter(pk__in=[one.pk for one in dropped]).delete()
