"""Working days: the make-up days of 2026, the days by the law of addition, and terms."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.errors import Broken
from gongtu.policy import Valued
from gongtu.policy.calendar import WorkingDays
from gongtu.policy.terms import due

CHINA = WorkingDays(None)
days = st.dates(date(2025, 1, 1), date(2027, 6, 1))


@pytest.mark.parametrize("day", [(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)])
def test_make_up_days_of_2026_are_worked(day):
    assert CHINA.is_working_day(date(2026, *day))


@pytest.mark.parametrize("day", [(1, 1), (2, 17), (5, 5), (10, 7), (6, 6)])
def test_holidays_and_weekends_rest(day):
    assert not CHINA.is_working_day(date(2026, *day))


@given(days, st.integers(1, 40))
def test_days_added_are_days_between(day, count):
    last = CHINA.add(day, count)

    assert CHINA.is_working_day(last)
    assert CHINA.between(day, last) == count


@given(days, days, days)
def test_spans_of_working_days_add_up(a, b, c):
    a, b, c = sorted((a, b, c))

    assert CHINA.between(a, b) + CHINA.between(b, c) == CHINA.between(a, c)


def test_year_without_its_notice_is_provisional():
    assert CHINA.is_provisional(2027)


def test_file_of_a_year_is_used(tmp_path):
    (tmp_path / "2026.yaml").write_text(
        "year: 2026\nsource: 通知\nprovisional: false\n"
        "holidays: [{date: 2026-09-01, name: 停工}]\nworking_days: [2026-09-05]\n",
        "utf8",
    )
    calendar = WorkingDays(tmp_path)

    assert not calendar.is_provisional(2026)
    assert not calendar.is_working_day(date(2026, 9, 1))
    assert calendar.is_working_day(date(2026, 9, 5))


def test_broken_file_of_a_year_is_named(tmp_path):
    (tmp_path / "2026.yaml").write_text("year: 2026\nholidays: []\n", "utf8")

    with pytest.raises(Broken, match=r"2026\.yaml:1: source is missing"):
        WorkingDays(tmp_path)


def length(value, unit):
    return Valued(
        value=value,
        unit=unit,
        title="期限",
        since=None,
        until=None,
        instrument="",
        number="",
        issued_on=None,
        source="",
        confidence="high",
        note="",
        decides="hrss",
        origin="file",
    )


@pytest.mark.parametrize(
    ("start", "value", "unit", "last"),
    [
        (date(2026, 9, 1), 15, "日", date(2026, 9, 16)),
        (date(2026, 9, 25), 10, "日", date(2026, 10, 8)),
        (date(2026, 9, 18), 5, "工作日", date(2026, 9, 24)),
        (date(2026, 8, 31), 1, "月", date(2026, 9, 30)),
        (date(2026, 9, 1), 1, "年", date(2027, 9, 1)),
    ],
)
def test_term_ends_on_its_last_working_day(start, value, unit, last):
    assert due(start, length(value, unit), CHINA) == last


def test_term_nobody_has_decided_has_no_end():
    assert due(date(2026, 9, 1), length(None, "工作日"), CHINA) is None


def test_sum_of_money_is_no_term():
    with pytest.raises(Broken, match="no length of time"):
        due(date(2026, 9, 1), length(None, "元"), CHINA)
