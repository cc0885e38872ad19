"""What the register of training holds of a course of the school's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from gongtu.parties.capacity import CLOCK
from gongtu.registers.skills.choices import Grade
from gongtu.registers.training import services as training
from gongtu.registers.training.models import Announcement
from tests.cast import DAY, FITTER, Cast
from tests.factories import skills

BEGAN = date(2026, 4, 1)


def trainee(cast: Cast, *, in_catalogue: bool | None = True, number: str = "K1") -> str:
    """王师傅 was trained by the school and became a technician; his number on the course."""
    plan = training.Plan(number, FITTER, 190, in_catalogue)
    course = training.open_course(cast.bodies["school"].pk, plan, by=CLOCK, on=BEGAN)
    (entered,) = training.enter(course, [cast.person(cast.wang).pk])
    serial, gained_on = 700 + int(number.removeprefix("K")), DAY - timedelta(days=30)
    gained = skills.certificate(cast, serial, grade=Grade.TECHNICIAN, issued_on=gained_on)
    training.complete(entered.number, certificate=gained.number, by=CLOCK, on=gained_on)
    return entered.number


COMING = training.Coming(
    occupation=FITTER,
    grade=Grade.SENIOR,
    starts_on=date(2026, 10, 1),
    sign_up_until=date(2026, 9, 28),
    class_hours=190,
    places=9,
    venue="香港路1号实训楼",
    fee="不收费",
)


def announced(cast: Cast, **other: Any) -> Announcement:
    """A course of fitters to come at 甲技师学院."""
    return training.announce(replace(COMING, **other), by=cast.school, on=DAY)
