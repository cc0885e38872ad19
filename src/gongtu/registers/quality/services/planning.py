"""A year's plan: bodies named for a reason, others drawn, then adopted as it stands."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.base.draws import share_of
from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import get_organisation
from gongtu.records.journal.drawing import draw_from
from gongtu.records.journal.services import write
from gongtu.registers.quality.choices import Chosen
from gongtu.registers.quality.models import Plan, PlannedCheck
from gongtu.registers.quality.queries import get_body
from gongtu.registers.skills.models import Assessor
from gongtu.registers.skills.queries import filings_in_force, list_bodies

WHOLE = Decimal(100)


class PlanNotSound(Refused):
    """The plan contradicts itself or what is on record; with every reason."""


@transaction.atomic
def open_plan(case_number: str, *, office: int, year: int, on: date) -> Plan:
    """Begin the plan of an office for a year.

    Raises:
        PlanNotSound: The year is over, or the office has a plan for it.
    """
    if year < on.year:
        raise PlanNotSound(_("不能为已经过去的年度制定计划。"))
    if Plan.objects.filter(office=office, year=year, dropped_on=None).exists():
        raise PlanNotSound(_("本部门已有%(year)s年度的检查计划。") % {"year": year})
    return Plan.objects.create(case_number=case_number, office_id=office, year=year)


@transaction.atomic
def name_body(case_number: str, organisation: int, *, reason: str, on: date) -> PlannedCheck:
    """Put a body into the plan for a reason that is written down.

    Raises:
        BodyUnknown: It does not assess.
        PlanNotSound: It stands in the plan, or lies outside the office's division.
    """
    plan, body = _drafted(case_number), get_body(organisation)
    if not _bodies(plan, on=on).filter(pk=body.pk).exists():
        raise PlanNotSound(_("该机构没有有效备案，或者不在本部门的管辖区域。"))
    if plan.planned.filter(organisation=organisation).exists():
        raise PlanNotSound(_("该机构已经列入本年度计划。"))
    return PlannedCheck.objects.create(
        plan=plan, organisation_id=organisation, chosen=Chosen.RISK, reason=reason.strip()
    )


@transaction.atomic
def draw_bodies(
    case_number: str, *, own: Decimal | None, rule: Decimal | None, by: Capacity, on: date
) -> Plan:
    """Draw the share of the bodies that no reason has put into the plan.

    `own` is the share the office names while the rule's is 待核; it is never below the rule's.

    Raises:
        PlanNotSound: The share is known to nobody or no share, or there is no body to draw from.
    """
    plan, percent = _drafted(case_number), _share(own, rule)
    named = set(plan.planned.values_list("organisation", flat=True))
    by_prefix = {
        body.prefix: body for body in _bodies(plan, on=on) if body.organisation_id not in named
    }
    if not by_prefix:
        raise PlanNotSound(_("没有可以抽取的评价机构。"))
    take = share_of(len(by_prefix), percent)
    drawn = draw_from(by_prefix, case_number, Chosen.DRAWN.value, take=take)
    plan.percent, plan.drawn_on = percent, on
    plan.seal, plan.seed, plan.pool, plan.chosen = drawn.seal, drawn.seed, drawn.pool, drawn.chosen
    plan.save()
    PlannedCheck.objects.bulk_create(
        PlannedCheck(plan=plan, organisation=by_prefix[key].organisation, chosen=Chosen.DRAWN)
        for key in drawn.chosen
    )
    what = {"plan": plan.pk, "seed": drawn.seed, "drawn": Chosen.DRAWN.value}
    write(f"case:{case_number}", "drawn", on=on, by=by, what=what)
    return plan


@transaction.atomic
def adopt_plan(case_number: str, *, on: date) -> Plan:
    """From now on it is the plan of the year; nothing is added to it or taken out."""
    plan = _drafted(case_number)
    plan.adopted_on = on
    plan.save(update_fields=["adopted_on"])
    return plan


@transaction.atomic
def drop_plan(case_number: str, *, on: date) -> Plan:
    """The draft is given up; what it held stays on record."""
    plan = _drafted(case_number)
    plan.dropped_on = on
    plan.save(update_fields=["dropped_on"])
    return plan


def _drafted(case_number: str) -> Plan:
    return Plan.objects.select_for_update().get(
        case_number=case_number, adopted_on=None, dropped_on=None
    )


def _bodies(plan: Plan, *, on: date) -> QuerySet[Assessor]:
    division = get_organisation(plan.office_id).division_id
    return list_bodies(division).filter(pk__in=filings_in_force(on).values("assessor"))


def _share(own: Decimal | None, rule: Decimal | None) -> Decimal:
    percent = rule if own is None else own
    if percent is None:
        raise PlanNotSound(
            _("抽取比例待核，由人力资源社会保障部门决定；决定以前请写明本年度的比例。")
        )
    if not (rule or 0) <= percent <= WHOLE:
        raise PlanNotSound(
            _("抽取比例应在%(least)s%%至100%%之间。") % {"least": (rule or Decimal(0)).normalize()}
        )
    return percent
