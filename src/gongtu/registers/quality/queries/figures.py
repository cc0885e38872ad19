"""Figures of a body in a year: of how many, beside the range of the bodies of its kind.

There is no way to ask for bodies in the order of a figure, and none should be made: a body with
few sessions, hard occupations or an honest record of incidents would stand at the wrong end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median

from django.db.models import Count, F, Q

from gongtu.base.periods import add_months
from gongtu.engines.casework.models import Case
from gongtu.engines.indicators.queries import MINIMUM_CELL
from gongtu.policy import shared
from gongtu.registers.quality.choices import Founded, Measured
from gongtu.registers.quality.models import Check
from gongtu.registers.quality.queries import COMPLAINT
from gongtu.registers.sittings.choices import LookedAgain
from gongtu.registers.sittings.models import MarkReview
from gongtu.registers.sittings.queries import APPEAL
from gongtu.registers.skills.choices import CertificateStatus, RevocationReason, SessionState
from gongtu.registers.skills.models import AssessmentSession, Assessor, Certificate

YEAR = 12
ERRORS = (RevocationReason.ISSUED_IN_ERROR, RevocationReason.BEYOND_AUTHORITY)
TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Counted:
    """Of `of` in the time, `count`."""

    count: int
    of: int

    @property
    def percent(self) -> Decimal:
        return (Decimal(100 * self.count) / self.of).quantize(TENTH)


@dataclass(frozen=True, slots=True)
class Range:
    """The lowest, the middle and the highest share among so many bodies of the kind."""

    low: Decimal
    middle: Decimal
    high: Decimal
    bodies: int


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing counted of a body.

    `percent` is None where so few are counted that a share says nothing, `range` where so few
    bodies have a share that one of them could be told.
    """

    measured: Measured
    counted: Counted
    percent: Decimal | None
    range: Range | None


@dataclass(frozen=True, slots=True)
class Span:
    """After `since`, up to and on `until`."""

    since: date
    until: date

    def within(self, field: str) -> Q:
        """Whether a date field lies in it."""
        return Q(**{f"{field}__gt": self.since, f"{field}__lte": self.until})


def figures_of(body: Assessor, *, on: date) -> list[Figure]:
    """Everything counted of a body in the year up to that day."""
    span = Span(add_months(on, -YEAR), on)
    minimum = shared.platform.count(MINIMUM_CELL, on=on) or 0
    kind = body.prefix[:1]
    alike = set(
        Assessor.objects.filter(prefix__startswith=kind).values_list("organisation", flat=True)
    )
    return [
        _figure(measured, count(span), body.organisation_id, alike, minimum)
        for measured, count in COUNTS.items()
    ]


def _figure(
    measured: Measured,
    counts: Mapping[int, Counted],
    body: int,
    alike: set[int],
    minimum: int,
) -> Figure:
    enough = {who: one.percent for who, one in counts.items() if one.of >= max(minimum, 1)}
    shares = sorted(share for who, share in enough.items() if who in alike)
    spread = None
    if len(shares) >= max(minimum, 1):
        spread = Range(shares[0], median(shares).quantize(TENTH), shares[-1], len(shares))
    return Figure(measured, counts.get(body, Counted(0, 0)), enough.get(body), spread)


def _incidents(span: Span) -> dict[int, Counted]:
    held = AssessmentSession.objects.filter(span.within("planned_on")).exclude(
        state__in=(SessionState.PLANNED, SessionState.CANCELLED)
    )
    told = held.values_list("filing__assessor__organisation").annotate(
        noted=Count("id", filter=Q(incidents__isnull=False), distinct=True),
        of=Count("id", distinct=True),
    )
    return {body: Counted(noted, of) for body, noted, of in told.order_by()}


def _reviews(span: Span) -> dict[int, Counted]:
    looked = MarkReview.objects.filter(span.within("looked_on"), why=LookedAgain.SAMPLE)
    changed = ~Q(theory=F("theory_before")) | ~Q(practice=F("practice_before"))
    told = looked.values_list("candidate__session__filing__assessor__organisation").annotate(
        changed=Count("id", filter=changed), of=Count("id")
    )
    return {body: Counted(found, of) for body, found, of in told.order_by()}


def _appeals(span: Span) -> dict[int, Counted]:
    decided = Case.objects.filter(
        span.within("closed_on"), procedure=APPEAL, stage__in=("corrected", "kept")
    )
    told = decided.values_list("answers__body", "stage")
    return _tallied((int(body), stage == "corrected") for body, stage in told)


def _certificates(span: Span) -> dict[int, Counted]:
    issued = Certificate.objects.filter(span.within("issued_on")).exclude(
        status=CertificateStatus.SUPERSEDED
    )
    told = issued.values_list("issuer").annotate(
        wrong=Count("id", filter=Q(revoked_for__in=ERRORS)), of=Count("id")
    )
    return {body: Counted(wrong, of) for body, wrong, of in told.order_by()}


def _checks(span: Span) -> dict[int, Counted]:
    checks = Check.objects.filter(span.within("told_on")).prefetch_related("findings")
    return _tallied(
        (one.organisation_id, any(finding.stands for finding in one.findings.all()))
        for one in checks
    )


def _complaints(span: Span) -> dict[int, Counted]:
    answered = Case.objects.filter(
        span.within("closed_on"), procedure__startswith=COMPLAINT, stage="answered"
    )
    told = answered.values_list("answers__body", "move_answers__answer__founded")
    return _tallied((int(body), found != Founded.UNFOUNDED) for body, found in told)


def _tallied(told: Iterable[tuple[int, bool]]) -> dict[int, Counted]:
    of: Counter[int] = Counter()
    count: Counter[int] = Counter()
    for body, holds in told:
        of[body] += 1
        count[body] += holds
    return {body: Counted(count[body], total) for body, total in of.items()}


COUNTS: Mapping[Measured, Callable[[Span], dict[int, Counted]]] = {
    Measured.INCIDENTS: _incidents,
    Measured.REVIEWS: _reviews,
    Measured.APPEALS: _appeals,
    Measured.CERTIFICATES: _certificates,
    Measured.CHECKS: _checks,
    Measured.COMPLAINTS: _complaints,
}
