"""The versions of what an enterprise publishes, whatever kind of paper it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Concat

from gongtu.engines.indicators.recorded import Recorded
from gongtu.registers.careers.models import CareerLattice, Published, StaffPlan, TreatmentTable

P = TypeVar("P", bound=Published)


@dataclass(frozen=True, slots=True)
class Versions(Generic[P]):
    """Of one kind, each enterprise's own."""

    kind: type[P]

    def of(self, organisation: int) -> QuerySet[P]:
        """Every version, the latest first."""
        found: QuerySet[P] = self.kind._default_manager.filter(organisation=organisation)
        return found.order_by("-version")

    def latest(self, organisation: int) -> P | None:
        """The version in force; None before the first."""
        return self.of(organisation).first()

    def numbered(self) -> QuerySet[P]:
        """Each by enterprise and version, for whoever counts them."""
        number = Concat("organisation", Value("-"), "version", output_field=CharField())
        found: QuerySet[Any] = self.kind._default_manager.annotate(number=number)
        return found

    def recorded(self, kind: str) -> Recorded:
        """Counted by the day of publication, where the enterprise is."""
        return Recorded(
            kind=kind,
            rows=self.numbered,
            title="organisation__name",
            day="published_on",
            place="organisation__division",
        )


PLANS = Versions(StaffPlan)
LATTICES = Versions(CareerLattice)
TREATMENTS = Versions(TreatmentTable)

PLANS_PUBLISHED = PLANS.recorded("staff-plan")
LATTICES_PUBLISHED = LATTICES.recorded("career-lattice")
