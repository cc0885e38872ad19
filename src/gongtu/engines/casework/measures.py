"""What indicators count about cases; each is one aggregate, and opens the cases behind it.

Indicator(…, measure=ended_in("skill-upgrade-subsidy", "paid"))
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from django.db.models import Aggregate, Count, Q, QuerySet, Sum
from django.db.models.functions import Substr

from gongtu.engines.casework.models import Case, Letter, StageRun
from gongtu.engines.indicators.declare import Behind, Within
from gongtu.engines.ledger.models import Payment
from gongtu.parties.queries import divisions_under
from gongtu.records.journal.models import JournalEntry

MEDIAN, NEARLY_ALL = 50, 90
Rows = Callable[[Within], QuerySet[Any]]


@dataclass(frozen=True)
class Counted:
    """Rows of one table in a span; `where` is the division of a row, `case` its case's number."""

    rows: Rows
    where: str
    case: str
    figure: Aggregate | None = None

    def tally(self, within: Within, *, by: str | None = None) -> dict[str, int]:
        """The figure in the span under "", or one for each division; one query."""
        rows = placed(self.rows(within), self.where, within).order_by()
        if by is None:
            return {"": rows.aggregate(n=self._figure)["n"] or 0}
        found = rows.values(self.where).annotate(n=self._figure).order_by(self.where)
        return {row[self.where]: row["n"] or 0 for row in found}

    def behind(self, within: Within, *, limit: int, after: str = "") -> Sequence[Behind]:
        """The cases counted, by number, from the cursor (the last number shown) on; one query."""
        rows = placed(self.rows(within), self.where, within).order_by()
        return _shown(Case.objects.filter(number__in=rows.values(self.case)), limit, after)

    @property
    def _figure(self) -> Aggregate:
        return self.figure or Count("pk")


@dataclass(frozen=True)
class DaysTaken:
    """The days within which so many per cent of the ended cases were done."""

    procedure: str
    percent: int = MEDIAN

    def tally(self, within: Within, *, by: str | None = None) -> dict[str, int]:
        """Days, without those in which the clock stood still; one query."""
        ended = placed(self._ended(within), "division", within).order_by()
        rows = ended.values_list("division", "days_taken").annotate(n=Count("pk"))
        spread: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for division, days, count in rows:
            spread["" if by is None else division][days] += count
        return {place: percentile(days, self.percent) for place, days in spread.items()}

    def behind(self, within: Within, *, limit: int, after: str = "") -> Sequence[Behind]:
        """The cases that ended in the span."""
        return _shown(placed(self._ended(within), "division", within), limit, after)

    def _ended(self, within: Within) -> QuerySet[Case]:
        span = {"closed_on__gte": within.since, "closed_on__lt": within.until}
        return Case.objects.filter(procedure=self.procedure, days_taken__isnull=False, **span)


def percentile(spread: Mapping[int, int], percent: int) -> int:
    """The smallest value that so many per cent do not exceed; `spread` is value → how often.

    >>> percentile({2: 1, 5: 1, 30: 1}, 50), percentile({2: 9, 30: 1}, 90)
    (5, 2)
    """
    wanted = ceil(sum(spread.values()) * percent / 100)
    seen = 0
    for value in sorted(spread):
        seen += spread[value]
        if seen >= wanted:
            return value
    return 0


def cases_opened(procedure: str) -> Counted:
    """Cases opened in the span."""

    def rows(within: Within) -> QuerySet[Any]:
        span = Q(opened_on__gte=within.since, opened_on__lt=within.until)
        return Case.objects.filter(span, procedure=procedure)

    return Counted(rows, "division", "number")


def ended_in(procedure: str | tuple[str, ...], *ends: str) -> Counted:
    """Cases of a procedure, or of several, that came to one of these ends in the span."""

    def rows(within: Within) -> QuerySet[Any]:
        span = Q(closed_on__gte=within.since, closed_on__lt=within.until)
        return Case.objects.filter(span, procedure__in=_several(procedure), stage__in=ends)

    return Counted(rows, "division", "number")


def made(procedure: str, move: str) -> Counted:
    """How often the move was made in the span, by the journal."""

    def rows(within: Within) -> QuerySet[Any]:
        span = Q(on__gte=within.since, on__lt=within.until)
        entries = JournalEntry.objects.filter(span, procedure=procedure, kind="moved", move=move)
        return entries.annotate(number=Substr("chain", len("case:") + 1))

    return Counted(rows, "division", "number")


def overdue(procedure: str | tuple[str, ...], *stages: str) -> Counted:
    """Stays that were beyond their limit at the end of the span; of all stages if none is named."""

    def rows(within: Within) -> QuerySet[Any]:
        there = Q(left_on=None) | Q(left_on__gte=within.until)
        late = Q(legal_due__lt=within.until) | Q(promised_due__lt=within.until)
        stays = StageRun.objects.filter(there, late, case__procedure__in=_several(procedure))
        return stays.filter(stage__in=stages) if stages else stays

    return Counted(rows, "case__division", "case__number")


def days_taken(procedure: str, percent: int = MEDIAN) -> DaysTaken:
    """Days from opening to end: the median, or what `percent` of the cases did not exceed."""
    return DaysTaken(procedure, percent)


def money_paid(procedure: str) -> Counted:
    """What cases of the procedure were paid in the span, in fen."""

    def rows(within: Within) -> QuerySet[Any]:
        span = Q(on__gte=within.since, on__lt=within.until)
        return Payment.objects.filter(span, commitment__key__startswith=f"{procedure}:")

    return Counted(rows, "commitment__division", "commitment__case_number", Sum("amount"))


def letters_sent(procedure: str, key: str) -> Counted:
    """Letters of that kind issued in the span."""

    def rows(within: Within) -> QuerySet[Any]:
        span = Q(issued_on__gte=within.since, issued_on__lt=within.until)
        return Letter.objects.filter(span, case__procedure=procedure, kind=key)

    return Counted(rows, "case__division", "case__number")


def _several(procedure: str | tuple[str, ...]) -> tuple[str, ...]:
    return (procedure,) if isinstance(procedure, str) else procedure


def placed(rows: QuerySet[Any], where: str, within: Within) -> QuerySet[Any]:
    """Those in the division asked for, `where` being the field that tells it."""
    if within.division is None:
        return rows
    return rows.filter(**{f"{where}__in": divisions_under(within.division)})


def _shown(cases: QuerySet[Case], limit: int, after: str) -> list[Behind]:
    found = cases.filter(number__gt=after).order_by("number")[:limit]
    return [
        Behind("case", case.number, case.title, case.opened_on, case.division_id) for case in found
    ]
