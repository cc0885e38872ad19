"""A school writes its own rules: opened, dated, ended; what was decided under one stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import get_organisation
from gongtu.records.journal.services import write
from gongtu.registers.credits.choices import SourceKind
from gongtu.registers.credits.models import Programme, Rule, Terms
from gongtu.registers.credits.numbers import is_countable
from gongtu.registers.credits.queries import get_programme, terms_on
from gongtu.registers.education.choices import Level, SchoolKind
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries import find_occupation


class RuleWrong(Refused):
    """Rules that could not be applied; with every reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A programme and its first terms."""

    name: str
    level: Level
    school_kind: SchoolKind
    full_time: bool
    needed: Decimal
    ceiling: Decimal
    instrument: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """What a rule takes and what it brings: a grade or above, or so many hours or more."""

    kind: SourceKind
    occupation: str
    course: str
    credits: Decimal
    instrument: str
    grade: Grade | None = None
    class_hours: int | None = None


@transaction.atomic
def open_programme(plan: Plan, *, by: Capacity, on: date) -> Programme:
    """Publish a programme of the school's own with its terms from that day on.

    Raises:
        NotEntitled: No school acts.
        RuleWrong: With every reason.
    """
    school = _school(by.organisation, by=by, on=on)
    reasons = _terms_wrong(plan.needed, plan.ceiling, plan.instrument)
    if not (name := plan.name.strip()):
        reasons.append(_("请写明专业名称。"))
    if Programme.objects.filter(school=school, name=name).exists():
        reasons.append(_("本校已有“%(name)s”，请在该专业下改变要求。") % {"name": name})
    if reasons:
        raise RuleWrong(*reasons)
    programme = Programme.objects.create(
        school_id=school, name=name, level=plan.level.value,
        school_kind=plan.school_kind.value, full_time=plan.full_time, opened_on=on,
    )  # fmt: skip
    _write_terms(programme, plan.needed, plan.ceiling, plan.instrument, since=on)
    _journal("credit-programme-opened", programme, by=by, on=on)
    return programme


@transaction.atomic
def change_terms(
    programme: int, needed: Decimal, ceiling: Decimal, *, instrument: str, by: Capacity, on: date
) -> Terms:
    """Ask something else of whoever begins from that day on; who began before keeps their terms.

    Raises:
        NotEntitled, ProgrammeUnknown: It is no programme of the school's.
        RuleWrong: With every reason.
    """
    found = _own(programme, by=by, on=on)
    reasons = _terms_wrong(needed, ceiling, instrument)
    before = terms_on(found.pk, on=on)
    if before and before.since == on:
        reasons.append(_("今天已经改变过一次，明天起才能再改。"))
    if reasons:
        raise RuleWrong(*reasons)
    terms = _write_terms(found, needed, ceiling, instrument, since=on)
    _journal("credit-terms-changed", found, by=by, on=on)
    return terms


@transaction.atomic
def add_rule(programme: int, taking: Taking, *, since: date, by: Capacity, on: date) -> Rule:
    """Publish a rule that counts from `since` on, not earlier than the day it is written.

    Raises:
        NotEntitled, ProgrammeUnknown: It is no programme of the school's.
        RuleWrong: With every reason.
    """
    found = _own(programme, by=by, on=on)
    reasons = [*_taking_wrong(taking), *_days_wrong(since, on)]
    if _same(found, taking, since=since):
        reasons.append(_("这门课程已有相同条件的规则；请先终止原规则，再写新的。"))
    if reasons:
        raise RuleWrong(*reasons)
    rule = Rule.objects.create(
        programme=found, kind=taking.kind.value, occupation_id=taking.occupation,
        grade=taking.grade.value if taking.grade else "", class_hours=taking.class_hours,
        course=taking.course.strip(), credits=taking.credits, since=since,
        instrument=taking.instrument.strip(),
    )  # fmt: skip
    _journal("credit-rule-added", found, by=by, on=on, rule=rule.pk)
    return rule


@transaction.atomic
def end_rule(rule: int, *, by: Capacity, on: date) -> Rule:
    """Let a rule count for nothing that is applied for from tomorrow on.

    Raises:
        NotEntitled: It is another school's.
        RuleWrong: There is none, or it has ended.
    """
    found = Rule.objects.select_for_update(of=("self",)).filter(pk=rule, until=None).first()
    if found is None:
        raise RuleWrong(_("没有这一条规则，或者它已经终止。"))
    _own(found.programme_id, by=by, on=on)
    found.until = date.fromordinal(max(on, found.since).toordinal() + 1)
    found.save(update_fields=["until"])
    _journal("credit-rule-ended", found.programme, by=by, on=on, rule=found.pk)
    return found


def _own(programme: int, *, by: Capacity, on: date) -> Programme:
    found = get_programme(programme)
    _school(found.school_id, by=by, on=on)
    return found


def _school(school: int | None, *, by: Capacity, on: date) -> int:
    body = get_organisation(school) if school is not None else None
    access.require(by, "keep-credits", body, on=on)
    return school or 0


def _write_terms(
    programme: Programme, needed: Decimal, ceiling: Decimal, instrument: str, *, since: date
) -> Terms:
    return Terms.objects.create(
        programme=programme, since=since, needed=needed, ceiling=ceiling,
        instrument=instrument.strip(),
    )  # fmt: skip


def _terms_wrong(needed: Decimal, ceiling: Decimal, instrument: str) -> list[str]:
    reasons = []
    if not (is_countable(needed) and is_countable(ceiling)):
        reasons.append(_("学分应大于0，以0.5为单位。"))
    elif ceiling > needed:
        reasons.append(_("可以转化的学分上限不能多于毕业所需学分。"))
    if not instrument.strip():
        reasons.append(_("请写明依据的学校文件。"))
    return reasons


def _taking_wrong(taking: Taking) -> list[str]:
    reasons = []
    if find_occupation(taking.occupation) is None:
        reasons.append(_("没有代码为%(code)s的职业。") % {"code": taking.occupation})
    if taking.kind is SourceKind.CERTIFICATE and taking.grade is None:
        reasons.append(_("证书转化应写明技能等级。"))
    if taking.kind is SourceKind.TRAINING and not taking.class_hours:
        reasons.append(_("培训转化应写明学时。"))
    if not is_countable(taking.credits):
        reasons.append(_("学分应大于0，以0.5为单位。"))
    if not (taking.course.strip() and taking.instrument.strip()):
        reasons.append(_("请写明课程名称和依据的学校文件。"))
    return reasons


def _days_wrong(since: date, on: date) -> list[str]:
    return [_("规则自公布之日起或者以后施行，不能溯及以前。")] if since < on else []


def _same(programme: Programme, taking: Taking, *, since: date) -> bool:
    alike = Rule.objects.filter(
        programme=programme, kind=taking.kind.value, occupation=taking.occupation,
        grade=taking.grade.value if taking.grade else "", class_hours=taking.class_hours,
        course=taking.course.strip(),
    )  # fmt: skip
    return alike.exclude(until__lte=since).exists()


def _journal(kind: str, programme: Programme, *, by: Capacity, on: date, **more: Any) -> None:
    what = {"organisation": programme.school_id, "programme": programme.pk, **more}
    write(f"organisation:{programme.school_id}", kind, on=on, by=by, what=what)
