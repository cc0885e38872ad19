"""Every benefit's questions: answered as told, on both sides of every condition and every date."""

from datetime import timedelta

import pytest

from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.explaining import Explanation, Owed
from gongtu.engines.entitlement.stories import Story, asked, stories_of
from gongtu.policy import Valued
from gongtu.provisions import discover
from tests.scenarios.ask import ENDS, TELLS, parameters_of, read_from_file

OWED = [benefit for provision in discover() for benefit in provision.benefits]
TOLD = [
    pytest.param(benefit, story, id=f"{benefit.key}: {story['name']}")
    for benefit in OWED
    for story in stories_of(benefit)
]
DAY = timedelta(days=1)

each_benefit = pytest.mark.parametrize("benefit", OWED, ids=lambda b: b.key)


def explained(benefit: Benefit) -> list[Explanation]:
    """The answers to all questions of a benefit."""
    return [asked(benefit, story) for story in stories_of(benefit)]


@pytest.mark.parametrize(("benefit", "story"), TOLD)
def test_question_is_answered_as_told(benefit: Benefit, story: Story) -> None:
    then = story["then"]
    assert (story.keys() - TELLS, then.keys() - ENDS) == (set(), set())

    found = asked(benefit, story)

    assert found.verdict == then["verdict"]
    assert (str(found.amount) if found.amount else None) == then.get("amount")
    assert [gap.label for gap in found.missing] == then.get("missing", [])
    assert "nearest" not in then or found.nearest == then["nearest"]


@each_benefit
def test_somebody_is_owed_it(benefit: Benefit) -> None:
    assert Owed.OWED in {found.verdict for found in explained(benefit)}


@each_benefit
def test_each_condition_alone_stands_in_somebodys_way(benefit: Benefit) -> None:
    refused = [found for found in explained(benefit) if found.verdict is Owed.NOT_OWED]
    alone = {found.unmet[0].condition.key for found in refused if len(found.unmet) == 1}

    assert {condition.key for condition in benefit.conditions} - alone == set()


@each_benefit
def test_each_parameter_is_read_on_both_sides_of_each_of_its_days(benefit: Benefit) -> None:
    found = explained(benefit)

    unread = {}
    for name in parameters_of(benefit):
        read = {ground.on for one in found for ground in read_from_file(one, name)}
        days = {line.since for line in benefit.policy.history(name) if line.since}
        unread[name] = sorted(days - read | {day - DAY for day in days} - read)

    assert {name: days for name, days in unread.items() if days} == {}


@each_benefit
def test_each_row_of_each_table_is_read(benefit: Benefit) -> None:
    found = explained(benefit)

    unread = {}
    for name in parameters_of(benefit):
        read = {(g.valued.since, g.row) for one in found for g in read_from_file(one, name)}
        cells = {(line.since, r) for line in benefit.policy.history(name) for r in known(line)}
        unread[name] = sorted(cells - read)

    assert {name: cells for name, cells in unread.items() if cells} == {}


def known(line: Valued) -> set[str]:
    """The rows that have a value."""
    table = line.value if isinstance(line.value, dict) else {}
    return {row for row, value in table.items() if value is not None}
