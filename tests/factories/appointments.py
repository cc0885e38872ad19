"""What the register of appointments holds before a test begins."""

from __future__ import annotations

from datetime import date

from gongtu.registers.appointments import services as appointments
from gongtu.registers.appointments.models import Appointment
from gongtu.registers.appointments.services import Post
from gongtu.registers.skills.choices import Grade
from tests.cast import DAY, FITTER, Cast

CASE = "20260009101"
UNTIL = date(2029, 9, 1)
PLACES = 3


def post(cast: Cast, grade: Grade = Grade.SPECIAL_TECHNICIAN) -> Post:
    """王师傅 as fitter of 甲公司."""
    works = cast.bodies["works"].pk
    return Post(
        person=cast.person(cast.wang).pk, organisation=works, occupation=FITTER, grade=grade
    )


def appointed(
    cast: Cast,
    grade: Grade = Grade.SPECIAL_TECHNICIAN,
    *,
    case_number: str = CASE,
    on: date = DAY,
    until: date = UNTIL,
    places: int = PLACES,
) -> Appointment:
    """王师傅 is appointed by 甲公司."""
    return appointments.appoint(
        post(cast, grade), until=until, places=places, case_number=case_number,
        by=cast.clerk, on=on,
    )  # fmt: skip
