"""What indicators count of offers, each opening the cases behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum

from gongtu.engines.casework.measures import MEDIAN, Counted, percentile, placed
from gongtu.engines.casework.models import Case
from gongtu.engines.entitlement.registry import get_benefit
from gongtu.engines.indicators.declare import Behind, Within
from gongtu.engines.ledger.models import Payment
from gongtu.registers.offers.choices import OfferState
from gongtu.registers.offers.models import Offer


@dataclass(frozen=True)
class Offered(Counted):
    """Offers, which are no cases until they are taken."""

    def behind(self, within: Within, *, limit: int, after: str = "") -> Sequence[Behind]:
        """The benefits offered, one by one; to whom is not told."""
        past = int(after) if after.isdecimal() else 0
        offers = placed(self.rows(within), self.where, within).filter(pk__gt=past)
        return [
            Behind("offer", str(one.pk), get_benefit(one.benefit).title, one.made_on, one.division)
            for one in offers.order_by("pk")[:limit]
        ]


def offers_made() -> Offered:
    """Offers made in the span."""

    def rows(within: Within) -> QuerySet[Any]:
        return Offer.objects.filter(made_on__gte=within.since, made_on__lt=within.until)

    return Offered(rows, "division", "case_number")


def offers_taken() -> Counted:
    """Offers taken in the span."""

    def rows(within: Within) -> QuerySet[Any]:
        span = Q(ended_on__gte=within.since, ended_on__lt=within.until)
        return Offer.objects.filter(span, state=OfferState.TAKEN)

    return Counted(rows, "division", "case_number")


def offers_paid() -> Counted:
    """What was paid in the span on offers that were taken, in fen."""

    def rows(within: Within) -> QuerySet[Any]:
        span = Q(on__gte=within.since, on__lt=within.until)
        taken = Offer.objects.filter(state=OfferState.TAKEN).order_by().values("case_number")
        return Payment.objects.filter(span, commitment__case_number__in=taken)

    return Counted(rows, "commitment__division", "commitment__case_number", Sum("amount"))


@dataclass(frozen=True)
class DaysToPay:
    """The days within which so many per cent of the cases were paid that offers brought."""

    percent: int = MEDIAN

    def tally(self, within: Within, *, by: str | None = None) -> dict[str, int]:
        """Days from the tap to the payment, without those in which the applicant was awaited."""
        rows = self._paid(within).order_by().values_list("division", "days_taken")
        spread: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for division, days, count in rows.annotate(n=Count("pk")):
            spread["" if by is None else division][days] += count
        return {place: percentile(days, self.percent) for place, days in spread.items()}

    def behind(self, within: Within, *, limit: int, after: str = "") -> Sequence[Behind]:
        """The cases that were paid in the span."""
        cases = self._paid(within).filter(number__gt=after).order_by("number")[:limit]
        return [
            Behind("case", one.number, one.title, one.opened_on, one.division_id) for one in cases
        ]

    def _paid(self, within: Within) -> QuerySet[Case]:
        span = Q(closed_on__gte=within.since, closed_on__lt=within.until)
        taken = Offer.objects.filter(state=OfferState.TAKEN).order_by().values("case_number")
        cases = Case.objects.filter(span, number__in=taken, stage="paid", days_taken__isnull=False)
        return placed(cases, "division", within)


def days_to_pay(percent: int = MEDIAN) -> DaysToPay:
    """From the tap to the payment: the median, or what `percent` of the cases did not exceed."""
    return DaysToPay(percent)
