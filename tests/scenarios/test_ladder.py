"""The ladder's options: answered as told, on both sides of every year count, in both wordings."""

from typing import Any

import pytest

from gongtu.base.marked import read_plain
from gongtu.engines.entitlement.asking import ParameterGround
from gongtu.engines.entitlement.explaining import Explanation, Owed
from gongtu.engines.entitlement.stories import Story, asked
from gongtu.provisions import discover
from gongtu.registers.ladder.declare import Option

PROVISION = next(provision for provision in discover() if provision.ladder is not None)
LADDER: Any = PROVISION.ladder
OPTIONS = {option.admits.key: option for option in LADDER.options}
STORIES = read_plain(PROVISION.folder / "scenarios.yaml")
TELLS = {"name", "option", "asked", "facts", "then"}

each_option = pytest.mark.parametrize("option", OPTIONS.values(), ids=lambda o: o.admits.key)


def answers(option: Option) -> list[Explanation]:
    """The answers to all questions about one option."""
    key = option.admits.key
    return [asked(option.admits, story) for story in STORIES if story["option"] == key]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_question_is_answered_as_told(story: Story) -> None:
    then = story["then"]

    found = asked(OPTIONS[story["option"]].admits, story)

    assert (story.keys() - TELLS, found.verdict) == (set(), then["verdict"])
    assert [gap.label for gap in found.missing] == then.get("missing", [])
    assert found.nearest == then.get("nearest")


@each_option
def test_somebody_may_apply_and_somebody_may_not(option: Option) -> None:
    assert {found.verdict for found in answers(option)} >= {Owed.OWED, Owed.NOT_OWED}


@each_option
def test_each_year_count_is_asked_on_the_day_it_is_full_and_on_the_day_before(
    option: Option,
) -> None:
    found = answers(option)
    holding = {name for one in found if one.verdict is Owed.OWED for name in counts_of(one)}
    short = {name for one in found if one.verdict is Owed.NOT_OWED for name in lacking(one)}

    assert (holding, short) == (counts_of(found[0]), counts_of(found[0]))


def counts_of(told: Explanation) -> set[str]:
    """The year counts an answer looked at."""
    return {g.key for f in told.findings for g in f.grounds if isinstance(g, ParameterGround)}


def lacking(told: Explanation) -> set[str]:
    """The year count that alone was missing, by one day."""
    return {
        ground.key
        for finding in told.unmet
        for ground in finding.grounds
        if isinstance(ground, ParameterGround)
        and told.nearest
        and (told.nearest - told.on).days == 1
    }
