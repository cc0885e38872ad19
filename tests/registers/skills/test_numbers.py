"""The rule of certificate numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.numbers import (
    NumberImpossible,
    assessor_prefix,
    certificate_number,
    parse_number,
)

PREFIX = assessor_prefix("Y", code="0000", province="37", site="020001")
CODED = [grade for grade in Grade if grade.level]


@given(
    grade=st.sampled_from(CODED),
    year=st.integers(2019, 2099),
    serial=st.integers(1, 999_999),
)
def test_a_number_tells_what_it_was_made_of(grade: Grade, year: int, serial: int) -> None:
    number = certificate_number(PREFIX, year=year, grade=grade, serial=serial)

    told = parse_number(number)
    assert len(number) == 22
    assert (told.grade, told.serial, told.year) == (grade, serial, f"{year % 100:02d}")


@pytest.mark.parametrize(
    "grade", [Grade.APPRENTICE, Grade.SPECIAL_TECHNICIAN, Grade.CHIEF_TECHNICIAN]
)
def test_grades_without_a_published_code_get_no_number(grade: Grade) -> None:
    with pytest.raises(NumberImpossible, match="尚无公布的证书等级代码"):
        certificate_number(PREFIX, year=2026, grade=grade, serial=1)


def test_serials_run_out() -> None:
    with pytest.raises(NumberImpossible, match="已用完"):
        certificate_number(PREFIX, year=2026, grade=Grade.SENIOR, serial=1_000_000)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("Y00003702000126300000", "应为22位，现为21位"), ("A000037020001263000001", "字母Y或S")],
)
def test_what_is_no_number_is_told_why(text: str, reason: str) -> None:
    with pytest.raises(NumberImpossible, match=reason):
        parse_number(text)


def test_grades_are_ordered() -> None:
    assert [grade.rank for grade in Grade] == [1, 2, 3, 4, 5, 6, 7, 8]
