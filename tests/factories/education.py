"""What the register of education holds of a graduate before a test begins."""

from __future__ import annotations

from datetime import date

from gongtu.parties.capacity import CLOCK
from gongtu.registers.education import services as education
from gongtu.registers.education.choices import Level, Qualified, SchoolKind
from tests.cast import Cast


def graduate(cast: Cast, qualified: Qualified, number: str = "X1") -> None:
    """王师傅 left a technician college with that qualification."""
    person, by = cast.person(cast.wang).pk, CLOCK
    study = education.Study(
        number, Level.TECHNICAL, "甲技师学院", SchoolKind.TECHNICIAN_COLLEGE, full_time=True
    )
    education.enrol(person, study, source="学校报送", by=by, on=date(2020, 9, 1))
    education.graduate(number, qualified=qualified, by=by, on=date(2024, 7, 1))
