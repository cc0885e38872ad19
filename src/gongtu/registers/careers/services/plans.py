"""Publishing a plan for skilled staff; each revision is a version of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.parties.queries import get_organisation
from gongtu.records.journal.services import write
from gongtu.registers.careers.models import StaffNeed, StaffPlan
from gongtu.registers.careers.queries import PLANS, lines_of, staff_of, usual_lines
from gongtu.registers.careers.rows import Line
from gongtu.registers.skills.queries import names_of_occupations

USUAL_YEARS, MOST_YEARS = 3, 10  # what the form offers and holds; the law sets no length


class PlanUnsound(Refused):
    """What the plan says cannot be planned; with every reason."""


def publish_plan(
    organisation: int, lines: Sequence[Line], *, first_year: int, by: Capacity, on: date
) -> StaffPlan:
    """Publish the next version; what says the same as the version in force is that version.

    Raises:
        NotEntitled: Not an officer of the enterprise.
        PlanUnsound: With every reason.
    """
    return _publish(organisation, lines, first_year, by=by, on=on)


def adopt_usual_plan(organisation: int, *, by: Capacity, on: date) -> StaffPlan:
    """Publish what the roster itself suggests, from next year on.

    Raises:
        NotEntitled: Not an officer of the enterprise.
        PlanUnsound: The roster tells no occupation to plan for.
    """
    access.require(by, "plan-careers", get_organisation(organisation), on=on)
    lines = usual_lines(staff_of(organisation, on=on), USUAL_YEARS)
    return _publish(organisation, lines, on.year + 1, is_default=True, by=by, on=on)


@transaction.atomic
def _publish(
    organisation: int,
    lines: Sequence[Line],
    first_year: int,
    *,
    is_default: bool = False,
    by: Capacity,
    on: date,
) -> StaffPlan:
    body = Organisation.objects.select_for_update().get(pk=organisation)
    access.require(by, "plan-careers", body, on=on)
    _check(lines, first_year, on)
    before = PLANS.latest(organisation)
    if before is not None and before.first_year == first_year and lines_of(before) == list(lines):
        return before
    plan = StaffPlan.objects.create(
        organisation=body,
        version=before.version + 1 if before else 1,
        first_year=first_year,
        years=len(lines[0].wanted),
        is_default=is_default,
        published_on=on,
    )
    StaffNeed.objects.bulk_create(
        StaffNeed(plan=plan, occupation_id=code, grade=grade, year=year, wanted=count)
        for code, grade, wanted in lines
        for year, count in zip(plan.all_years, wanted, strict=True)
    )
    what = {"organisation": organisation, "version": plan.version}
    write(f"organisation:{organisation}", "staff-plan-published", on=on, by=by, what=what)
    return plan


def _check(lines: Sequence[Line], first_year: int, on: date) -> None:
    known = names_of_occupations(line.occupation for line in lines)
    reasons = [
        _("没有代码为%(code)s的职业。") % {"code": code}
        for code in dict.fromkeys(line.occupation for line in lines)
        if code not in known
    ]
    if not lines:
        reasons.append(_("名册中没有写明职业的职工，不能作出默认规划；请先在名册中补登职业。"))
    elif not any(sum(line.wanted) for line in lines):
        reasons.append(_("各年度的人数都是零，没有可以规划的。"))
    if not on.year <= first_year <= on.year + MOST_YEARS:
        reasons.append(_("规划的第一年要在%(first)s年到%(last)s年之间。") % {
            "first": on.year, "last": on.year + MOST_YEARS,
        })  # fmt: skip
    if reasons:
        raise PlanUnsound(*reasons)
