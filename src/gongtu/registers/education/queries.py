"""What others read from the education register."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.indicators.recorded import Recorded
from gongtu.registers.education.choices import SchoolKind
from gongtu.registers.education.models import Degree

TECHNICAL = (SchoolKind.SENIOR_TECHNICAL, SchoolKind.TECHNICIAN_COLLEGE)


class DegreeUnknown(Refused):
    """The person has no course of study of this number on record."""


def list_degrees(person: UUID) -> QuerySet[Degree]:
    """A person's courses of study, latest first, finished or not."""
    return Degree.objects.filter(person=person)


def degrees_of(people: Collection[UUID]) -> dict[UUID, list[Degree]]:
    """The courses of study of each of these people, latest first, finished or not."""
    found: dict[UUID, list[Degree]] = defaultdict(list)
    for one in Degree.objects.filter(person__in=people):
        found[one.person_id].append(one)
    return {who: found[who] for who in people}


def get_own(person: UUID, number: str) -> Degree:
    """One of the person's own courses of study.

    Raises:
        DegreeUnknown: The person has none of that number.
    """
    if (found := list_degrees(person).filter(number=number).first()) is None:
        raise DegreeUnknown(_("您名下没有这一编号的学历登记。"))
    return found


TECHNICAL_GRADUATES = Recorded(
    kind="degree",
    rows=lambda: Degree.objects.filter(full_time=True, school_kind__in=TECHNICAL),
    title="school",
    day="graduated_on",
    place="person__division",
)
"""Full-time graduates of the schools of article 25 by the day they graduated."""
