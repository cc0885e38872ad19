"""The bytes of an explanation say what its JSON says."""

import json
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from gongtu.engines.entitlement.declare import Condition, any_of, each
from gongtu.engines.entitlement.explaining import Owed, explain, explain_all
from gongtu.engines.entitlement.written import written
from tests.engines.entitlement.sample import (
    AGREED,
    ART_16,
    DAY,
    IN_TIME,
    PAID,
    Level,
    Sample,
    benefit,
    subject,
)
from tests.engines.entitlement.test_ready import days, rules, subjects

others = each(Sample)
LONGER = any_of(others.months > Sample.months, rows=others, within="person", label="更久的一段")
GATHERING = benefit(AGREED, Condition("没有更久的一段", ART_16, ~LONGER, "longest"))
TWICE = benefit(PAID, Condition("缴费满规定月数", ART_16, ~PAID.holds, "again", PAID.remedy))


def as_json(explanations):
    return json.loads(json.dumps([told.as_json() for told in explanations]))


@settings(deadline=None)
@given(conditions=st.lists(rules, min_size=1, max_size=3), about=subjects, on=days)
def test_bytes_say_what_the_json_says(conditions, about, on):
    made = benefit(
        *(Condition(f"条件{n}", ART_16, rule, f"c{n}") for n, rule in enumerate(conditions))
    )
    explained = explain_all((made, benefit(PAID, IN_TIME, AGREED), GATHERING, TWICE), about, on=on)

    assert json.loads(written(explained)) == as_json(explained)


def test_more_may_stand_in_each_after_what_it_says():
    asked = (benefit(PAID, AGREED), GATHERING)
    explained = explain_all(asked, subject(months=1), on=DAY)
    besides = [{"claimed": True}, {"claimed": False}]

    told = json.loads(written(explained, besides))

    assert told == [{**one, **more} for one, more in zip(as_json(explained), besides, strict=True)]
    assert json.loads(written([])) == []


def test_what_is_missing_twice_is_named_once():
    about = subject(grade=Level.JUNIOR, people=1, began=date(2026, 4, 1))
    told = explain(TWICE, about, on=DAY)

    assert [gap.label for gap in told.missing] == ["缴费月数"]
    assert json.loads(written([told]))[0]["missing"] == told.as_json()["missing"]


def test_explained_together_is_as_explained_apart():
    about = subject(months=12, agreed=False, began=DAY, people=2)
    asked = (benefit(PAID, AGREED), benefit(IN_TIME))

    together = explain_all(asked, about, on=DAY)

    assert as_json(together) == as_json([explain(one, about, on=DAY) for one in asked])
    assert [told.verdict for told in together] == [Owed.NOT_OWED, Owed.UNKNOWN]


def test_subjects_asked_one_after_another_do_not_mix():
    asked = (benefit(PAID, AGREED),)
    one = explain_all(asked, replace(subject(months=1), key="sample:1"), on=DAY)
    other = explain_all(asked, replace(subject(months=30), key="sample:2"), on=DAY)

    both = json.loads(written([*one, *other]))

    assert [told["subject"]["key"] for told in both] == ["sample:1", "sample:2"]
    assert [told["conditions"][0]["grounds"][0]["value"] for told in both] == [1, 30]
