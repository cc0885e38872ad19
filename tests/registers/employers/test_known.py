"""The enterprise day by day: standing, union and figures, and nothing guessed."""

from datetime import date

import pytest

from gongtu.base.money import Yuan
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.parties.choices import Size
from gongtu.parties.models import Organisation
from gongtu.registers.employers import services as employers
from gongtu.registers.employers.known import enterprise_facts, enterprise_past
from tests.scenarios.town import FOUNDED, Town

DAY = date(2026, 9, 1)


@pytest.fixture
def works(town: Town) -> Organisation:
    return town.bodies["works"]


def stand(works: Organisation, since: date, **told: object) -> None:
    standing = parties.Standing(**told)
    parties.record_standing(works, standing, since=since, source="年度报告", by=CLOCK, on=DAY)


def test_each_day_has_the_standing_of_that_day(works: Organisation) -> None:
    stand(works, date(2026, 1, 1), headcount=280, state_owned=False)
    stand(works, date(2026, 6, 15), headcount=310, size=Size.MEDIUM)
    past = enterprise_past(str(works.pk), DAY)

    before, after = past.facts(date(2026, 6, 14)), past.facts(date(2026, 6, 15))

    assert before["Enterprise.headcount"].value == 280
    assert before["Enterprise.headcount"].as_of == date(2026, 1, 1)
    assert after["Enterprise.headcount"].value == 310
    assert after["Enterprise.size"].value is Size.MEDIUM
    assert after["Enterprise.state_owned"].value is None
    assert date(2026, 6, 15) in past.days


def test_without_a_standing_its_size_and_owner_are_not_known(works: Organisation) -> None:
    known = enterprise_facts(works.pk, on=DAY)

    assert "Enterprise.headcount" not in known
    assert "Enterprise.state_owned" not in known
    assert known["Enterprise.division"].value == works.division_id


def test_union_counts_from_its_registration(works: Organisation) -> None:
    past = enterprise_past(str(works.pk), DAY)

    assert past.facts(FOUNDED)["Enterprise.has_union"].value is True
    assert past.facts(date(2019, 12, 31))["Enterprise.has_union"].value is False
    assert FOUNDED in past.days


def test_figures_count_in_their_year_and_as_last_years_after_it(works: Organisation) -> None:
    employers.record_year(
        works.pk, 2025, source="财务报表", by=CLOCK, on=DAY,
        wages=Yuan(1000), congress_held_on=date(2025, 4, 1),
    )  # fmt: skip
    past = enterprise_past(str(works.pk), DAY)

    in_2025, in_2026 = past.facts(date(2025, 5, 1)), past.facts(date(2026, 5, 1))

    assert in_2025["ThisYear.congress_held_on"].value == date(2025, 4, 1)
    assert "LastFigures.wages" not in in_2025
    assert in_2026["LastFigures.wages"].value == Yuan(1000)
    assert in_2026["LastFigures.fund_drawn"].value is None
    assert "ThisYear.congress_held_on" not in in_2026
    assert {date(2025, 1, 1), date(2026, 1, 1)} <= set(past.days)


def test_an_enterprise_is_read_in_few_queries(works, django_assert_num_queries) -> None:
    for month in range(1, 8):
        stand(works, date(2026, month, 1), headcount=month)
    with django_assert_num_queries(4):
        past = enterprise_past(str(works.pk), DAY)
        for day in past.days:
            past.facts(day)
