"""Career guides of a worker, or of an enterprise's staff, and how far each is."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast

from gongtu.engines.indicators.recorded import Recorded
from gongtu.registers.careers.choices import GuideState
from gongtu.registers.careers.models import CareerGuide, GuideVersion


def guides_of(person: UUID) -> QuerySet[CareerGuide]:
    """Every guide of the worker, the latest employer first."""
    found = CareerGuide.objects.filter(person=person).order_by("-id")
    return found.select_related("organisation").prefetch_related("versions__occupation")


def guides_at(organisation: int, people: Collection[UUID]) -> dict[UUID, CareerGuide]:
    """The guides of these of the staff, with their versions."""
    found = CareerGuide.objects.filter(organisation=organisation, person__in=people)
    return {one.person_id: one for one in found.prefetch_related("versions__occupation")}


def latest_version(guide: CareerGuide) -> GuideVersion:
    """What was proposed last."""
    return max(guide.versions.all(), key=lambda one: one.version)


def agreed_version(guide: CareerGuide) -> GuideVersion | None:
    """What both confirmed last; it goes on while a newer proposal is open."""
    agreed = [one for one in guide.versions.all() if one.agreed_on is not None]
    return max(agreed, key=lambda one: one.version, default=None)


def state_of(version: GuideVersion, *, on: date) -> GuideState:
    """Whose turn it is."""
    if version.change_asked_on is not None:
        return GuideState.CHANGE_ASKED
    if version.agreed_on is None:
        return GuideState.PROPOSED
    return GuideState.REVIEW_DUE if version.review_on <= on else GuideState.AGREED


def due_for_review(on: date) -> QuerySet[GuideVersion]:
    """Agreed versions whose day of review has come, nothing newer agreed or proposed."""
    newer = GuideVersion.objects.filter(guide=OuterRef("guide"), version__gt=OuterRef("version"))
    due = GuideVersion.objects.filter(~Exists(newer), review_on__lte=on)
    return due.exclude(agreed_on=None).select_related("guide__organisation").order_by("pk")


def _last_of_each_year() -> QuerySet[GuideVersion]:
    """Agreements, of each worker and year the last alone, so that workers are counted."""
    again = GuideVersion.objects.filter(
        guide__person=OuterRef("guide__person"),
        agreed_on__year=OuterRef("agreed_on__year"),
        pk__gt=OuterRef("pk"),
    )
    found = GuideVersion.objects.filter(~Exists(again)).exclude(agreed_on=None)
    return found.annotate(number=Cast("pk", CharField()))


WORKERS_GUIDED = Recorded(
    kind="career-guide",
    rows=_last_of_each_year,
    title="guide__organisation__name",
    day="agreed_on",
    place="guide__organisation__division",
)
