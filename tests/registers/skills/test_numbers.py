"""The rules of certificates' numbers, of 22 characters and of sixteen digits."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.identifiers import WrongIdNumber
from gongtu.registers.skills import numbers
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.numbers import (
    NumberImpossible,
    Sought,
    assessor_prefix,
    certificate_number,
    parse_number,
)
from gongtu.registers.skills.numbers.explaining import explain
from gongtu.registers.skills.numbers.letters import Codes
from gongtu.registers.skills.numbers.qualifications import QualificationNumber, qualification_number

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
    assert str(told) == number
    assert told.confirmed


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
    [("Y00003702000126300000", "应为22位，现为21位"), ("A000037020001263000001", "字母Y、S")],
)
def test_what_is_no_number_is_told_why(text: str, reason: str) -> None:
    with pytest.raises(NumberImpossible, match=reason):
        parse_number(text)


def test_grades_are_ordered() -> None:
    assert [grade.rank for grade in Grade] == [1, 2, 3, 4, 5, 6, 7, 8]


SEGMENTS = st.from_regex(r"[0-9]{4}[0-4][0-9]{3}", fullmatch=True)


@given(
    prefix=SEGMENTS,
    grade=st.sampled_from(CODED),
    year=st.integers(1994, 2093),
    serial=st.integers(1, 99_999),
)
def test_a_sixteen_digit_number_tells_what_it_was_made_of(
    prefix: str, grade: Grade, year: int, serial: int
) -> None:
    number = qualification_number(prefix, year=year, grade=grade, serial=serial)

    told = QualificationNumber.parse(number)
    assert (str(told), told.grade, told.serial) == (number, grade, serial)
    assert told.region + told.city + told.body_class + told.body == prefix


@pytest.mark.parametrize(
    ("text", "reason"),
    [("12345", "应为16位，现为5位"), ("1910019003300012", "第7位为0至4"), ("x" * 16, "全为数字")],
)
def test_what_is_no_sixteen_digit_number_is_told_why(text: str, reason: str) -> None:
    with pytest.raises(NumberImpossible, match=reason):
        QualificationNumber.parse(text)


@pytest.mark.parametrize(
    ("prefix", "grade", "serial", "reason"),
    [
        ("1001900", Grade.SENIOR, 1, "不合职业资格证书编码规则"),
        ("10012003", Grade.CHIEF_TECHNICIAN, 1, "尚无公布的证书等级代码"),
        ("10012003", Grade.SENIOR, 100_000, "序号已用完"),
    ],
)
def test_no_sixteen_digit_number_is_made_otherwise(
    prefix: str, grade: Grade, serial: int, reason: str
) -> None:
    with pytest.raises(NumberImpossible, match=reason):
        qualification_number(prefix, year=2026, grade=grade, serial=serial)


@given(st.text(max_size=30) | st.from_regex(r"\d{13,22}", fullmatch=True))
def test_no_text_breaks_the_reading_of_a_number(text: str) -> None:
    for read in (parse_number, QualificationNumber.parse, explain, Sought.read):
        with suppress(NumberImpossible, WrongIdNumber):
            read(text)


@given(st.from_regex(r"[YS][0-9]{14}[1-5A-Z][0-9]{6}", fullmatch=True))
def test_the_parts_of_a_number_are_the_whole_of_it(number: str) -> None:
    parts = explain(number)

    assert "".join(part.text for part in parts) == number
    assert parts[-1].places == "17–22"
    assert parse_number(number).confirmed is all(part.confirmed for part in parts)


def test_a_letter_for_a_grade_is_read_and_flagged() -> None:
    number = parse_number("Y00003702000126T000001")

    assert number.grade is None
    assert not number.confirmed
    assert [part.text for part in explain(str(number)) if not part.confirmed] == ["T"]


def test_a_letter_in_the_file_is_read_and_flagged_until_it_is_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "{title: 技工院校, title_en: a school, source: 待核, confidence: unconfirmed}"
    (tmp_path / "codes.yaml").write_text(f"classes:\n  J: {told}\ngrades: {{}}\n", "utf8")
    known = Codes.read(tmp_path / "codes.yaml")
    monkeypatch.setattr(numbers, "codes", lambda: known)

    assert not parse_number("J000037020001263000001").confirmed
    with pytest.raises(NumberImpossible, match="字母J"):
        assessor_prefix("J", code="0000", province="37", site="020001")


def test_the_parts_of_a_sixteen_digit_number_are_explained() -> None:
    parts = explain("1910 0120 0330 0012")

    assert [part.text for part in parts] == ["19", "10", "01", "2", "003", "3", "00012"]
    assert [part.title for part in parts if not part.confirmed] == ["省份或者行业"]
    assert parts[-2].says == "三级/高级工"
