"""What the register of training holds of a course of the school's."""

from __future__ import annotations

from datetime import date, timedelta

from gongtu.parties.capacity import CLOCK
from gongtu.registers.skills.choices import Grade
from gongtu.registers.training import services as training
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
