"""Tables of equal treatment: their rows, the row of one of the staff, and who has a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import CharField, Count, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast

from gongtu.base.periods import last_day
from gongtu.engines.indicators.declare import Behind, Within
from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership, Organisation
from gongtu.parties.queries import divisions_under
from gongtu.parties.queries.periods import holds_on
from gongtu.parties.roles import ENTERPRISE
from gongtu.registers.careers.choices import Matter
from gongtu.registers.careers.models import TreatmentTable
from gongtu.registers.careers.queries.staff import highest_at
from gongtu.registers.careers.queries.versions import TREATMENTS
from gongtu.registers.careers.rows import Equal
from gongtu.registers.skills.choices import SKILLED, CertificateStatus, Grade
from gongtu.registers.skills.models import Certificate
from gongtu.registers.titles.choices import TitleLevel


@dataclass(frozen=True, slots=True)
class OwnTreatment:
    """One of the staff: the highest grade there, if any, and what the employer says of it."""

    table: TreatmentTable | None
    grade: Grade | None
    equals: tuple[Equal, ...]


def equals_of(table: TreatmentTable) -> list[Equal]:
    """Its rows, as they were published; one query."""
    return [
        Equal(Grade(row.grade), Matter(row.matter), TitleLevel(row.title))
        for row in table.rows.all()
    ]


def own_treatment(person: UUID, organisation: int, *, on: date) -> OwnTreatment:
    """How the employer says that it treats one of its staff."""
    grade = highest_at(organisation, [person], on).get(person)
    table = TREATMENTS.latest(organisation)
    rows = equals_of(table) if table is not None and grade is not None else []
    return OwnTreatment(table, grade, tuple(row for row in rows if row.grade is grade))


@dataclass(frozen=True)
class SkilledEmployers:
    """Counts the enterprises that employ a certified senior worker or above on the last day.

    `with_table`: only those of them whose table of equal treatment is in force.
    """

    with_table: bool = False

    def tally(self, within: Within, *, by: str | None = None) -> dict[str, int]:
        """How many, under "" or for each division; one query."""
        rows = self._rows(within).order_by()
        if by is None:
            return {"": rows.count()}
        placed = rows.exclude(division=None).values_list("division")
        return dict(placed.annotate(n=Count("pk")).order_by("division"))

    def behind(self, within: Within, *, limit: int, after: str = "") -> Sequence[Behind]:
        """The enterprises, in the order of their numbers as text."""
        rows = self._rows(within).annotate(number=Cast("pk", CharField()))
        told = rows.filter(number__gt=after).order_by("number")
        day = last_day(within.until)
        return [
            Behind("organisation", number, name, day, division or "")
            for number, name, division in told.values_list("number", "name", "division")[:limit]
        ]

    def _rows(self, within: Within) -> QuerySet[Organisation]:
        skilled = Certificate.objects.filter(
            person=OuterRef("person"),
            status=CertificateStatus.VALID,
            grade__in=SKILLED,
            issued_on__lt=within.until,
        )
        staff = Membership.objects.filter(
            Exists(skilled),
            holds_on(last_day(within.until)),
            organisation=OuterRef("pk"),
            kind=MembershipKind.EMPLOYMENT,
        )
        rows = Organisation.objects.filter(Exists(staff), kind=ENTERPRISE)
        if self.with_table:
            tables = TreatmentTable.objects.filter(
                organisation=OuterRef("pk"), published_on__lt=within.until
            )
            rows = rows.filter(Exists(tables))
        if within.division is not None:
            rows = rows.filter(division__in=divisions_under(within.division))
        return rows


EMPLOYERS_OF_SKILLED, EMPLOYERS_TREATING = SkilledEmployers(), SkilledEmployers(with_table=True)
