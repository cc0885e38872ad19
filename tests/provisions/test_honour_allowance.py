"""The honour that bears nearly the name of the eighth grade is never taken for it."""

from datetime import date

import pytest

from gongtu.engines.entitlement.explaining import explain
from gongtu.provisions.c4_incentives.honour_allowance.rules import BENEFIT
from gongtu.registers.skills.choices import Grade
from tests.scenarios.town import found, furnish

DAY, GRANTED = date(2026, 11, 2), date(2025, 5, 6)
FOLDER = BENEFIT.policy.path.parent


@pytest.mark.django_db
def test_the_eighth_grade_opens_no_allowance() -> None:
    town = found()
    furnish(town, {"certificates": [{"grade": "chief_technician", "issued_on": GRANTED}]})

    assert BENEFIT.subjects(str(town.people["master"].pk), DAY) == []


@pytest.mark.django_db
def test_the_honour_is_named_as_an_honour() -> None:
    town = found()
    honour = {"number": "R1", "kind": "city-chief-technician", "granted_on": GRANTED}
    furnish(town, {"honours": [honour]})

    (subject,) = BENEFIT.subjects(str(town.people["master"].pk), DAY)
    told = explain(BENEFIT, subject, on=DAY)

    assert subject.title == "青岛市首席技师（荣誉称号）"
    assert told.verdict.value == "owed"
    assert Grade.CHIEF_TECHNICIAN.label not in {
        str(getattr(known.value, "label", known.value)) for known in subject.facts.values()
    }


@pytest.mark.parametrize(
    ("guide", "says"),
    [("guide.md", "称号不是等级"), ("guide.en.md", "The honour is not the grade")],
)
def test_the_guide_tells_honour_and_grade_apart(guide: str, says: str) -> None:
    assert says in (FOLDER / guide).read_text("utf8")


def test_no_rule_of_the_allowance_reads_a_grade() -> None:
    facts = {node for condition in BENEFIT.conditions for node in condition.holds.walk()}

    assert Grade not in {node.kind for node in facts}
