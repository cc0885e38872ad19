"""What the worker's home says of the skill upgrade subsidy, before anybody asks."""

from datetime import date
from typing import Any

import pytest

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.explaining import Explanation, explain
from gongtu.provisions.c2_skills.skill_upgrade_subsidy.rules import BENEFIT
from tests.scenarios.play import decided
from tests.scenarios.town import found, furnish

DAY = date(2026, 11, 2)
SENIOR = {"grade": "senior", "issued_on": date(2026, 5, 6)}
RATE = {"amount": {"junior": 1000, "intermediate": 1500, "senior": 2000}}


def told(on: date = DAY, *, settled: dict[str, Any] | None = None, **given: Any) -> Explanation:
    """The explanation of the master's only certificate."""
    town = found()
    furnish(town, given)
    with decided(BENEFIT.policy, settled or {}):
        (subject,) = BENEFIT.subjects(str(town.people["master"].pk), on)
        return explain(BENEFIT, subject, on=on)


@pytest.mark.django_db
def test_while_the_rate_is_unconfirmed_it_is_said_who_decides() -> None:
    found = told(insured=40, certificates=[SENIOR])

    assert found.verdict.value == "unknown"
    assert found.amount is None
    assert ("技能提升补贴标准·高级工", "hrss") in {(m.label, m.who_decides) for m in found.missing}


@pytest.mark.django_db
def test_once_the_rate_is_settled_it_is_owed() -> None:
    found = told(insured=40, certificates=[SENIOR], settled=RATE)

    assert found.verdict.value == "owed"
    assert found.amount == Yuan(2000)


@pytest.mark.django_db
def test_under_the_rule_of_2025_one_year_was_enough() -> None:
    found = told(
        date(2025, 11, 3),
        insured=12,
        certificates=[{"grade": "intermediate", "issued_on": date(2025, 5, 6)}],
    )

    assert found.verdict.value == "owed"
    assert found.amount == Yuan(1500)


@pytest.mark.django_db
def test_under_the_base_rule_three_years_were_needed() -> None:
    found = told(
        date(2020, 11, 3),
        insured=35,
        certificates=[{"grade": "junior", "issued_on": date(2020, 5, 6)}],
    )

    assert found.verdict.value == "not-owed"


@pytest.mark.django_db
def test_the_day_from_which_enough_months_are_paid_is_told() -> None:
    settled = {**RATE, "minimum_months": 36}
    found = told(insured=34, as_of=date(2026, 10, 31), certificates=[SENIOR], settled=settled)

    assert found.verdict.value == "not-owed"
    with decided(BENEFIT.policy, settled):
        assert found.nearest == date(2026, 12, 31)


@pytest.mark.django_db
def test_what_was_drawn_is_not_owed_again() -> None:
    drawn = {**SENIOR, "subsidised_on": date(2026, 6, 1)}

    found = told(insured=40, certificates=[drawn], settled=RATE)

    assert found.verdict.value == "not-owed"


@pytest.mark.django_db
def test_many_certificates_take_no_more_queries(django_assert_num_queries: Any) -> None:
    town = found()
    furnish(town, {"insured": 40, "certificates": [SENIOR] * 12})

    with django_assert_num_queries(3):
        assert len(BENEFIT.subjects(str(town.people["master"].pk), DAY)) == 12
