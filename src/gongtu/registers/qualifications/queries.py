"""What others read from the register of vocational qualifications."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from gongtu.engines.indicators.recorded import Recorded
from gongtu.registers.qualifications.choices import Kind, State
from gongtu.registers.qualifications.models import Qualification

QUALIFICATIONS_RECORDED = Recorded(
    kind="qualification",
    rows=Qualification.objects.all,
    title="name",
    day="recorded_on",
    place="person__division",
)


def list_qualifications(person: UUID) -> QuerySet[Qualification]:
    """A person's qualifications, those that ended or were withdrawn, too; latest first."""
    return Qualification.objects.filter(person=person)


def kinds_in_force(person: UUID, *, on: date) -> set[Kind]:
    """Of which classes the person holds a qualification that counts on that day."""
    held = list_qualifications(person).filter(recorded_on__lte=on)
    return {Kind(one.kind) for one in held if one.state_on(on) is State.IN_FORCE}
