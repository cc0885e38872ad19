"""Titles on record: the highest by a day, and since when."""

from datetime import date

import pytest

from gongtu.registers.titles import services as titles
from gongtu.registers.titles.choices import TitleLevel
from gongtu.registers.titles.known import title_known
from tests.scenarios.town import Town


def grant(town: Town, number: str, level: TitleLevel, on: date) -> None:
    told = titles.Granted(number, level, "工程", "职称评审委员会")
    titles.record_title(town.people["master"].pk, told, by=town.roles["hrss"], on=on)


def test_the_highest_granted_by_the_day_counts(town: Town) -> None:
    grant(town, "Z1", TitleLevel.INTERMEDIATE, date(2020, 5, 1))
    grant(town, "Z2", TitleLevel.ASSISTANT, date(2022, 5, 1))
    grant(town, "Z3", TitleLevel.ASSOCIATE_SENIOR, date(2026, 5, 1))

    eve = title_known(town.people["master"].pk, on=date(2026, 4, 30))
    day = title_known(town.people["master"].pk, on=date(2026, 5, 1))

    assert (eve["Title.level"].value, eve["Title.since"].value) == (
        TitleLevel.INTERMEDIATE,
        date(2020, 5, 1),
    )
    assert day["Title.level"].value is TitleLevel.ASSOCIATE_SENIOR


def test_of_equals_the_first_counts(town: Town) -> None:
    grant(town, "Z1", TitleLevel.INTERMEDIATE, date(2022, 5, 1))
    grant(town, "Z2", TitleLevel.INTERMEDIATE, date(2020, 5, 1))

    known = title_known(town.people["master"].pk, on=date(2026, 4, 30))

    assert known["Title.since"].value == date(2020, 5, 1)


def test_without_a_record_nothing_is_known(town: Town) -> None:
    assert title_known(town.people["master"].pk, on=date(2026, 4, 30)) == {}


def test_a_number_is_given_once(town: Town) -> None:
    grant(town, "Z1", TitleLevel.ASSISTANT, date(2020, 5, 1))

    with pytest.raises(titles.TitleTaken, match="Z1已有登记"):
        grant(town, "Z1", TitleLevel.INTERMEDIATE, date(2026, 5, 1))
