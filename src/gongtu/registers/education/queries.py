"""What others read from the education register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.indicators.declare import Behind, Within
from gongtu.parties.queries import divisions_under
from gongtu.registers.education.choices import SchoolKind
from gongtu.registers.education.models import Degree

TECHNICAL = (SchoolKind.SENIOR_TECHNICAL, SchoolKind.TECHNICIAN_COLLEGE)


class DegreeUnknown(Refused):
    """The person has no course of study of this number on record."""


def list_degrees(person: UUID) -> QuerySet[Degree]:
    """A person's courses of study, latest first, finished or not."""
    return Degree.objects.filter(person=person)


def get_own(person: UUID, number: str) -> Degree:
    """One of the person's own courses of study.

    Raises:
        DegreeUnknown: The person has none of that number.
    """
    if (found := list_degrees(person).filter(number=number).first()) is None:
        raise DegreeUnknown(_("您名下没有这一编号的学历登记。"))
    return found


@dataclass(frozen=True)
class TechnicalGraduates:
    """Counts full-time graduates of the schools of article 25 by the day they graduated."""

    def tally(self, within: Within, *, by: str | None = None) -> dict[str, int]:
        """How many, under "" or for each division; one query."""
        rows = self._rows(within).order_by()
        if by is None:
            return {"": rows.count()}
        placed = rows.exclude(person__division=None)
        found = placed.values_list("person__division").annotate(n=Count("pk"))
        return dict(found.order_by("person__division"))

    def behind(self, within: Within, *, limit: int, after: str = "") -> Sequence[Behind]:
        """One by one, by number."""
        rows = self._rows(within).filter(number__gt=after).order_by("number")
        told = rows.values_list("number", "school", "graduated_on", "person__division")
        return [
            Behind("degree", number, school, graduated_on, division or "")
            for number, school, graduated_on, division in told[:limit]
            if graduated_on is not None
        ]

    def _rows(self, within: Within) -> QuerySet[Degree]:
        rows = Degree.objects.filter(
            graduated_on__gte=within.since,
            graduated_on__lt=within.until,
            full_time=True,
            school_kind__in=TECHNICAL,
        )
        if within.division is not None:
            rows = rows.filter(person__division__in=divisions_under(within.division))
        return rows
