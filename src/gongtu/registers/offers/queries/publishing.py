"""What is published of the loop: sums, never persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet, Sum

from gongtu.base.money import Yuan
from gongtu.engines.casework.measures import percentile
from gongtu.engines.casework.models import Case
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.registry import benefits
from gongtu.engines.indicators.disclosure import disclose
from gongtu.engines.ledger.models import Payment
from gongtu.parties.queries import divisions_under
from gongtu.policy import shared
from gongtu.registers.offers.choices import OfferState, Why
from gongtu.registers.offers.models import NearMiss, Offer, SurveyAnswer
from gongtu.registers.offers.queries.runs import last_run

HALF, NINE_TENTHS = 50, 90
Counts = Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class TakeUp:
    """One benefit in a year; a figure is None where it is too small to publish."""

    benefit: Benefit
    offered: int | None
    taken: int | None
    declined: int | None
    paid: int | None
    money: Yuan | None
    median_days: int | None
    most_days: int | None
    near: Counts

    @property
    def rate(self) -> int | None:
        """Of a hundred offers, how many were taken."""
        if not self.offered or self.taken is None:
            return None
        return round(100 * self.taken / self.offered)


def take_up(on: date) -> list[TakeUp]:
    """Every benefit that was offered, or that somebody nearly is owed, in the year of the day."""
    offers = Offer.objects.filter(made_on__year=on.year, made_on__lte=on)
    states = _by_state(offers)
    paid, days = _payments(offers), _days(offers)
    run = last_run()
    near = run.near if run else {}
    minimum = shared.platform.count("minimum_cell", on=on) or 0
    offered = [one for one in benefits() if one.key in states or near.get(one.key)]
    return [
        _one(benefit, states[benefit.key], paid, days, near.get(benefit.key, {}), minimum)
        for benefit in offered
    ]


def reasons_not_taken(on: date) -> Counts:
    """Why offers of the year were not taken, by what people answered."""
    answers = SurveyAnswer.objects.filter(answered_on__year=on.year, answered_on__lte=on)
    rows = answers.order_by().values_list("why").annotate(n=Count("pk")).order_by("why")
    minimum = shared.platform.count("minimum_cell", on=on) or 0
    return disclose({why: dict(rows).get(why, 0) for why in Why.values}, minimum=minimum)


def count_near(division: str | None) -> dict[tuple[str, str], int]:
    """By benefit and condition, who lacks that condition alone, below a division."""
    rows = _near_in(division).order_by().values_list("benefit", "condition").annotate(n=Count("pk"))
    return {(benefit, condition): n for benefit, condition, n in rows.order_by("benefit")}


def list_near(
    benefit: str, condition: str, *, division: str | None, after: int, limit: int
) -> list[NearMiss]:
    """Those behind a count, a page at a time."""
    rows = _near_in(division).filter(benefit=benefit, condition=condition, pk__gt=after)
    return list(rows.select_related("person", "organisation").order_by("pk")[:limit])


def _near_in(division: str | None) -> QuerySet[NearMiss]:
    if not division:
        return NearMiss.objects.none()
    return NearMiss.objects.filter(division__in=divisions_under(division))


def _one(
    benefit: Benefit,
    states: Mapping[str, int],
    paid: Mapping[str, tuple[int, int]],
    days: Mapping[str, Mapping[int, int]],
    near: Mapping[str, int],
    minimum: int,
) -> TakeUp:
    count, fen = paid.get(benefit.claim, (0, 0))
    told = {
        "offered": sum(states.values()),
        "taken": states.get(OfferState.TAKEN, 0),
        "declined": states.get(OfferState.DECLINED, 0),
        "paid": count,
    }
    shown = {name: disclose({"": n}, minimum=minimum)[""] for name, n in told.items()}
    spread = days.get(benefit.claim, {}) if shown["paid"] else {}
    return TakeUp(
        benefit,
        **shown,
        money=None if shown["paid"] is None else Yuan.of_fen(fen),
        median_days=percentile(spread, HALF) if spread else None,
        most_days=percentile(spread, NINE_TENTHS) if spread else None,
        near=disclose(dict(near), minimum=minimum),
    )


def _by_state(offers: QuerySet[Offer]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(dict)
    rows = offers.order_by().values_list("benefit", "state").annotate(n=Count("pk"))
    for benefit, state, count in rows.order_by("benefit", "state"):
        found[benefit][state] = count
    return found


def _payments(offers: QuerySet[Offer]) -> dict[str, tuple[int, int]]:
    """By procedure, how many cases were paid, and how much."""
    numbers = offers.filter(state=OfferState.TAKEN).order_by().values("case_number")
    sums = Payment.objects.filter(commitment__case_number__in=numbers).order_by()
    by_case = dict(sums.values_list("commitment__case_number").annotate(fen=Sum("amount")))
    found: dict[str, tuple[int, int]] = {}
    cases = Case.objects.filter(number__in=numbers).order_by("id")
    for number, procedure in cases.values_list("number", "procedure"):
        if number in by_case:
            count, fen = found.get(procedure, (0, 0))
            found[procedure] = (count + 1, fen + by_case[number])
    return found


def _days(offers: QuerySet[Offer]) -> dict[str, dict[int, int]]:
    """By procedure, how often a case took so many days; waiting for the applicant left out."""
    numbers = offers.filter(state=OfferState.TAKEN).order_by().values("case_number")
    ended = Case.objects.filter(number__in=numbers, days_taken__isnull=False).order_by()
    rows = ended.values_list("procedure", "days_taken").annotate(n=Count("pk"))
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for procedure, days, count in rows.order_by("procedure", "days_taken"):
        found[procedure][days] = count
    return found
