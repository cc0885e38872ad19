"""What others read of how bodies that assess are watched over; always by name, never by figure."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.queries import list_seen
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership
from gongtu.parties.queries.periods import holds_on
from gongtu.records.journal.models import Seal
from gongtu.registers.quality.choices import Chosen, Stance, Step
from gongtu.registers.quality.models import (
    PUBLIC_STEPS,
    Check,
    Comment,
    Finding,
    Hearing,
    Measure,
    Plan,
    PlannedCheck,
)
from gongtu.registers.sittings.models import Kinship
from gongtu.registers.skills.models import Assessor
from gongtu.registers.skills.queries import list_filings, resting_under

CHECK, PLAN, COMPLAINT = "assessment-check", "assessment-plan", "assessment-complaint"


class BodyUnknown(Refused):
    """No body that assesses has this number."""


class PlanUnknown(Refused):
    """There is no such plan, or its draw is not public yet."""


def get_body(organisation: int) -> Assessor:
    """The organisation as a body that assesses.

    Raises:
        BodyUnknown: It never filed.
    """
    if (body := find_body(organisation)) is None:
        raise BodyUnknown(_("这家单位没有备案过技能等级评价；备案过的单位都列在“评价机构名录”中。"))
    return body


def find_body(organisation: int) -> Assessor | None:
    """The organisation as a body that assesses; None where it never filed."""
    bodies = Assessor.objects.select_related("organisation")
    return bodies.filter(organisation=organisation).first()


def require_reader(organisation: int, *, by: Capacity, on: date) -> Assessor:
    """The body, for itself and for the office that watches over it.

    Raises:
        BodyUnknown, NotEntitled: There is none, or it is nobody the reader answers for.
    """
    body = get_body(organisation)
    access.require(by, "read-quality", body.organisation, on=on)
    return body


def require_watching(organisation: int, *, by: Capacity, on: date) -> Assessor:
    """The body, for the office that watches over it.

    Raises:
        BodyUnknown, NotEntitled: There is none, or the office covers another place.
    """
    body = get_body(organisation)
    access.require(by, "supervise-sessions", body.organisation, on=on)
    return body


def get_plan(case_number: str) -> Plan:
    """The plan of a case.

    Raises:
        PlanUnknown: There is none.
    """
    plans = Plan.objects.select_related("office")
    if (found := plans.filter(case_number=case_number).first()) is None:
        raise PlanUnknown(_("没有这项年度检查计划。"))
    return found


def get_public_plan(case_number: str, *, on: date) -> Plan:
    """A plan whose draw anybody may follow: all drawn were checked, or its year is over.

    Until then it would tell bodies that they are going to be checked.

    Raises:
        PlanUnknown: There is none, or it is too early.
    """
    plan = get_plan(case_number)
    if not is_public(plan, on=on):
        raise PlanUnknown(_("没有可以公开的抽取：抽中的机构都检查以后，或者年度终了后公开。"))
    return plan


def is_public(plan: Plan, *, on: date) -> bool:
    """Whether anybody may follow the draw of a plan yet."""
    if plan.adopted_on is None or plan.drawn_on is None:
        return False
    drawn = plan.planned.filter(chosen=Chosen.DRAWN)
    return on.year > plan.year or not drawn.exclude(checks__told_on__isnull=False).exists()


def seal_of(plan: Plan) -> str:
    """The hash of the journal's seal that the seed came of; empty before the first."""
    return Seal.objects.filter(number=plan.seal).values_list("hash", flat=True).first() or ""


def list_plans(office: int) -> QuerySet[Plan]:
    """An office's plans, the latest year first."""
    return Plan.objects.filter(office=office, dropped_on=None)


def list_planned(plan: Plan) -> QuerySet[PlannedCheck]:
    """Whom the plan has checked, by name."""
    return plan.planned.select_related("organisation").prefetch_related("checks")


def find_planned(organisation: int, chosen: Chosen, *, on: date) -> PlannedCheck | None:
    """Its place in an adopted plan of the year, so chosen, that no check has taken up yet."""
    planned = PlannedCheck.objects.filter(organisation=organisation, chosen=chosen, checks=None)
    return planned.filter(plan__year=on.year, plan__adopted_on__isnull=False).first()


def find_check(case_number: str) -> Check | None:
    """The check of a case, if it is one."""
    checks = Check.objects.select_related("organisation", "first", "second")
    return checks.filter(case_number=case_number).first()


def list_complaints(organisation: int, *, by: Capacity) -> QuerySet[Case]:
    """What was complained of a body, as far as the reader may see the cases; the latest first."""
    told = Case.objects.filter(procedure=COMPLAINT, answers__body=str(organisation))
    told = told.filter(number__in=list_seen(by).values("number"))
    return told.select_related("division", "holder_organisation").order_by("-opened_on", "-number")


def list_checks(organisation: int, *, told: bool = False) -> QuerySet[Check]:
    """The checks of a body, the latest first; `told`: only those the body knows of."""
    checks = Check.objects.filter(organisation=organisation)
    checks = checks.filter(told_on__isnull=False) if told else checks
    return checks.prefetch_related("findings", "measures")


def list_findings(check: Check) -> QuerySet[Finding]:
    """What was found, in its order."""
    return check.findings.select_related("evidence")


def contested_open(check: Check) -> int:
    """How many findings the body contests that the office has not looked at again."""
    return check.findings.filter(stance=Stance.CONTESTED, upheld=None).count()


def count_standing(check: Check) -> int:
    """How many findings count: accepted, unanswered, or upheld."""
    return sum(finding.stands for finding in check.findings.all())


def find_hearing(check: Check) -> Hearing | None:
    """What is proposed against the body, if anything is."""
    return Hearing.objects.filter(check_made=check).select_related("occupation").first()


def open_measure(check: Check, *steps: Step) -> Measure | None:
    """The measure of these steps that has not ended."""
    return check.measures.filter(step__in=steps, until=None).last()


def list_measures(organisation: int) -> QuerySet[Measure]:
    """Every measure against a body, the latest first; for the body and its office."""
    measures = Measure.objects.filter(check_made__organisation=organisation)
    return measures.select_related("check_made", "occupation").order_by("-since", "-id")


def measures_in_force(organisation: int, *, on: date) -> list[Measure]:
    """What the public may know: who may not assess now, by which measure.

    A withdrawal is told until the body has filed again for what was withdrawn, a suspension while
    something rests under it.
    """
    in_force = list_measures(organisation).filter(
        Q(until=None) | Q(until__gt=on), step__in=PUBLIC_STEPS, since__lte=on
    )
    filed = set(list_filings(organisation, on=on).values_list("occupation", flat=True))
    resting = resting_under(organisation, on=on)
    return [one for one in in_force if _tells(one, filed, resting)]


def _tells(measure: Measure, filed: set[str], resting: set[str]) -> bool:
    if measure.step == Step.SUSPENSION:
        return measure.check_made.case_number in resting
    return measure.occupation_id not in filed if measure.occupation_id else not filed


def list_comments(organisation: int) -> QuerySet[Comment]:
    """What a body said to its figures, the latest first."""
    return Comment.objects.filter(organisation=organisation)


def conflict_with(person: UUID, organisation: int, *, on: date) -> str:
    """Why an officer may not check the body, in a sentence; empty where nothing is known."""
    employed = Membership.objects.filter(
        holds_on(on), kind=MembershipKind.EMPLOYMENT, organisation=organisation
    )
    if employed.filter(person=person).exists():
        return _("您受聘于该评价机构，应当回避。")
    staff = employed.values("person")
    kin = Q(person=person, relative__in=staff) | Q(relative=person, person__in=staff)
    if Kinship.objects.filter(kin).exists():
        return _("您与该评价机构的人员有申报的亲属关系，应当回避。")
    return ""
