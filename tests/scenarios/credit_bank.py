"""What a scenario says of a school's rules, of what was counted, and of what was studied."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.parties.models import Organisation, Person
from gongtu.parties.roles import SCHOOL
from gongtu.registers.credits import services as bank
from gongtu.registers.credits.choices import SourceKind
from gongtu.registers.credits.models import Conversion, Programme, Rule, Student
from gongtu.registers.credits.rows import Line
from gongtu.registers.education.choices import Level, SchoolKind
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate, Occupation

PUBLISHED, COUNTED = date(2026, 5, 1), date(2026, 8, 2)
PAPER = "学分认定办法"


def furnish_credits(master: Person, school: Capacity, given: dict[str, Any]) -> None:
    """The school's programme with its rules, and what was counted before."""
    if "credits" in given:
        opened(school, given["credits"])
    if "counted_here" in given:
        counted(master, school, number="20250000008")
    if "counted_elsewhere" in given:
        other = parties.register_organisation(
            name="乙职业学校",
            kind=SCHOOL,
            division=master.division_id or "",
            key="other-school",
            by=CLOCK,
            on=PUBLISHED,
        )
        elsewhere = replace(school, organisation=other.pk)
        opened(elsewhere, given["credits"])
        counted(master, elsewhere, number="20250000007")


def opened(school: Capacity, told: dict[str, Any]) -> Programme:
    """A programme of the school with its rules, as far as they are told."""
    plan = bank.Plan(
        name=told.get("name", "机械制造"),
        level=Level.COLLEGE,
        school_kind=SchoolKind.VOCATIONAL,
        full_time=False,
        needed=Decimal(str(told["needed"])),
        ceiling=Decimal(str(told["ceiling"])),
        instrument=PAPER,
    )
    programme = bank.open_programme(plan, by=school, on=PUBLISHED)
    for grade, courses in told.get("certificate", {}).items():
        for course, count in courses.items():
            add(programme, school, course, count, grade=Grade(grade))
    for hours, courses in told.get("training", {}).items():
        for course, count in courses.items():
            add(programme, school, course, count, hours=hours)
    return programme


def add(
    programme: Programme,
    school: Capacity,
    course: str,
    count: float,
    *,
    grade: Grade | None = None,
    hours: int | None = None,
    since: date = PUBLISHED,
) -> Rule:
    """A rule for a grade or above, or for so many hours or more."""
    taking = bank.Taking(
        kind=SourceKind.CERTIFICATE if grade else SourceKind.TRAINING,
        occupation=Occupation.objects.get().code,
        course=course,
        credits=Decimal(str(count)),
        instrument=PAPER,
        grade=grade,
        class_hours=hours,
    )
    return bank.add_rule(programme.pk, taking, since=since, by=school, on=since)


def counted(master: Person, school: Capacity, *, number: str, on: date = COUNTED) -> Conversion:
    """The latest of the master's certificates counts there."""
    held = Certificate.objects.filter(person=master).order_by("number").last()
    told = bank.Application(
        master.pk, programme_of(school.organisation), held.number if held else "", on
    )
    return bank.convert(told, case_number=number, by=school, on=on)


def programme_of(school: Organisation | int | None) -> str:
    """The school's one programme, as forms name it."""
    return str(Programme.objects.get(school=school).pk)


def go_on(turn: dict[str, Any], master: Person, school: Capacity) -> None:
    """The school teaches, gives the diploma, or ends its rules."""
    on = turn["day"]
    if "end_rules" in turn:
        for rule in Rule.objects.filter(programme__school=school.organisation):
            bank.end_rule(rule.pk, by=school, on=on)
        return
    student = Student.objects.get(person=master, programme__school=school.organisation)
    for course, count in turn["studied"].items():
        bank.record_study(student.number, Line(course, Decimal(str(count))), by=school, on=on)
    if "diploma" in turn:
        bank.confer(master.pk, str(student.programme_id), diploma=turn["diploma"], by=school, on=on)
