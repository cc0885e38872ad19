"""What others read from the register of honours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.indicators.declare import Behind, Within
from gongtu.parties.queries import divisions_under
from gongtu.registers.honours.models import Award, Honour


class HonourUnknown(Refused):
    """The person was granted no honour of this number."""


def list_honours(person: UUID) -> QuerySet[Honour]:
    """A person's titles of honour with the allowances paid, latest first."""
    return Honour.objects.filter(person=person).prefetch_related("allowances")


def list_awards(person: UUID) -> QuerySet[Award]:
    """A person's awards of contests, latest first."""
    return Award.objects.filter(person=person).select_related("occupation")


def get_own(person: UUID, number: str) -> Honour:
    """One of the person's own honours.

    Raises:
        HonourUnknown: The person has none of that number.
    """
    if (found := list_honours(person).filter(number=number).first()) is None:
        raise HonourUnknown(_("您名下没有这一编号的荣誉称号。"))
    return found


@dataclass(frozen=True)
class AwardsWon:
    """Counts awards of contests by the day they were won, where the winner lives."""

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
        told = rows.values_list("number", "contest", "awarded_on", "person__division")
        return [
            Behind("award", number, contest, awarded_on, division or "")
            for number, contest, awarded_on, division in told[:limit]
        ]

    def _rows(self, within: Within) -> QuerySet[Award]:
        rows = Award.objects.filter(
            awarded_on__gte=within.since, awarded_on__lt=within.until, withdrawn_on=None
        )
        if within.division is not None:
            rows = rows.filter(person__division__in=divisions_under(within.division))
        return rows
