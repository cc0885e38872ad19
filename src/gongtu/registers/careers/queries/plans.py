"""The versions of an enterprise's plan."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Concat

from gongtu.engines.indicators.recorded import Recorded
from gongtu.registers.careers.models import StaffPlan


def list_plans(organisation: int) -> QuerySet[StaffPlan]:
    """Every version, the latest first."""
    return StaffPlan.objects.filter(organisation=organisation).order_by("-version")


def latest_plan(organisation: int) -> StaffPlan | None:
    """The version in force; None before the first."""
    return list_plans(organisation).first()


def find_plan(organisation: int, version: int) -> StaffPlan | None:
    """One version of the enterprise's own plan."""
    return list_plans(organisation).filter(version=version).first()


def numbered(versions: QuerySet[Any]) -> QuerySet[Any]:
    """Each by enterprise and version, for whoever counts them."""
    number = Concat("organisation", Value("-"), "version", output_field=CharField())
    found: QuerySet[Any] = versions.annotate(number=number)
    return found


PLANS_PUBLISHED = Recorded(
    kind="staff-plan",
    rows=lambda: numbered(StaffPlan.objects.all()),
    title="organisation__name",
    day="published_on",
    place="organisation__division",
)
