"""Worked examples are asked again by a draft, and those that come out otherwise are told."""

from datetime import date

import pytest

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.explaining import Owed
from gongtu.engines.entitlement.stories import asked, facts_of, retold, stories_of
from gongtu.policy import DecidedValue
from gongtu.provisions import discover

(BENEFIT,) = next(p.benefits for p in discover() if p.key == "c2_skills/skill_upgrade_subsidy")
MONTHS = "c2_skills/skill_upgrade_subsidy:base_months"
EASED = "c2_skills/skill_upgrade_subsidy:minimum_months"
ENOUGH = "规定施行之日，参保正好三十六个月的高级工应得两千元"
ONE_LESS = "少一个月的，一个月以后符合"


def draft(months, since):
    decided = [DecidedValue(since=since, value=months, instrument="草案")]
    return {MONTHS: decided, EASED: decided}


def changed(months, since):
    return {one.name: one for one in retold(BENEFIT, draft(months, since))}


def test_story_that_breaks_on_its_own_day_is_told_before_and_after():
    broken = changed(37, date(2017, 5, 15))[ENOUGH]

    assert broken.in_time
    assert (broken.before.verdict, broken.after.verdict) == (Owed.OWED, Owed.NOT_OWED)
    assert [one.condition.key for one in broken.after.unmet] == ["insured-long-enough"]


def test_story_before_the_drafts_day_is_asked_as_if_it_had_held():
    eased = changed(35, date(2027, 1, 1))[ONE_LESS]

    assert not eased.in_time
    assert (eased.before.verdict, eased.after.verdict) == (Owed.NOT_OWED, Owed.OWED)


def test_draft_of_what_holds_anyway_breaks_nothing():
    held = [DecidedValue(since=date(2017, 5, 15), value=36, instrument="草案")]

    assert list(retold(BENEFIT, {MONTHS: held})) == []


def test_draft_leaves_the_stories_as_they_were():
    before = [asked(BENEFIT, story).verdict for story in stories_of(BENEFIT)]

    changed(1, date(2017, 5, 15))

    assert [asked(BENEFIT, story).verdict for story in stories_of(BENEFIT)] == before


def test_fact_that_no_rule_reads_is_a_slip_of_the_pen():
    with pytest.raises(Broken, match=r"reads no Certificate\.colour"):
        facts_of(BENEFIT, {"Certificate.colour": "red"})
