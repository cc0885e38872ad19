"""Counting numbered records of a register: by a day of theirs, in the division where they lie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet

from gongtu.engines.indicators.declare import Behind, Within
from gongtu.parties.queries import divisions_under


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A measure of `rows`; `title`, `day` and `place` (a division) are fields, or lead to one.

    So is `number`, by which what stands behind the figure is told and put in order.

    What lies nowhere is counted in the whole and in no division.
    """

    kind: str  # of what stands behind the figure
    rows: Callable[[], QuerySet[Any]]
    title: str
    day: str
    place: str
    number: str = "number"

    def tally(self, within: Within, *, by: str | None = None) -> dict[str, int]:
        """How many, under "" or for each division; one query."""
        rows = self._rows(within).order_by()
        if by is None:
            return {"": rows.count()}
        placed = rows.exclude(**{self.place: None})
        found = placed.values_list(self.place).annotate(n=Count("pk"))
        return dict(found.order_by(self.place))

    def behind(self, within: Within, *, limit: int, after: str = "") -> Sequence[Behind]:
        """One by one, by number."""
        rows = self._rows(within).filter(**{f"{self.number}__gt": after}).order_by(self.number)
        told = rows.values_list(self.number, self.title, self.day, self.place)
        return [
            Behind(self.kind, number, title, day, division or "")
            for number, title, day, division in told[:limit]
        ]

    def _rows(self, within: Within) -> QuerySet[Any]:
        span = {f"{self.day}__gte": within.since, f"{self.day}__lt": within.until}
        rows = self.rows().filter(**span)
        if within.division is not None:
            rows = rows.filter(**{f"{self.place}__in": divisions_under(within.division)})
        return rows
