"""The years of a calendar: public holidays, and the weekends that are worked for them."""

from datetime import date
from pathlib import Path
from typing import Any

import holidays
import pytest
import yaml

from gongtu.policy.city import city_folder

SATURDAY = 5
YEARS = (2025, 2026, 2027)


def year(number: int) -> dict[str, Any]:
    path: Path = city_folder("qingdao") / "calendar" / f"{number}.yaml"
    read: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("number", YEARS)
def test_a_year_names_its_source(number: int) -> None:
    read = year(number)

    assert read["year"] == number
    assert read["source"]
    assert read["source_url"].startswith("https://www.gov.cn/")


@pytest.mark.parametrize("number", YEARS)
def test_a_year_agrees_with_the_library(number: int) -> None:
    known = holidays.country_holidays("CN", years=number)

    assert [day["date"] for day in year(number)["holidays"]] == sorted(known)
    assert year(number)["working_days"] == sorted(
        day for day in known.weekend_workdays if day.year == number
    )


@pytest.mark.parametrize("number", YEARS)
def test_only_weekends_are_made_working_days(number: int) -> None:
    assert all(day.weekday() >= SATURDAY for day in year(number)["working_days"])


def test_the_national_day_week_of_2026_is_paid_back_on_two_weekends() -> None:
    read = year(2026)

    off = {day["date"] for day in read["holidays"]}
    assert {date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 7)} <= off
    assert {date(2026, 9, 20), date(2026, 10, 10)} <= set(read["working_days"])


def test_only_a_year_without_a_notice_is_provisional() -> None:
    assert [year(number)["provisional"] for number in YEARS] == [False, False, True]
