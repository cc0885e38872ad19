"""What is owed and why, what is missing, and from which day it would be owed."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongtu.base.errors import Broken
from gongtu.base.money import Yuan
from gongtu.engines.entitlement import registry
from gongtu.engines.entitlement.asking import Asking, answer
from gongtu.engines.entitlement.declare import TODAY, Condition, parameter
from gongtu.engines.entitlement.explaining import Missing, Owed, count_near, explain
from gongtu.engines.entitlement.nearest import nearest_day
from gongtu.engines.entitlement.registry import benefits, get_benefit, register_benefit
from tests.engines.entitlement.sample import (
    AGREED,
    AMOUNT,
    ART_16,
    DAY,
    IN_TIME,
    PAID,
    POLICY,
    Level,
    Sample,
    benefit,
    subject,
)

BENEFIT = benefit(PAID, IN_TIME, AGREED)
CAPPED = benefit(
    PAID, Condition("未达上限", ART_16, Sample.times < parameter("open_question"), "capped")
)
ALL = {
    "grade": Level.JUNIOR,
    "began": date(2026, 4, 1),
    "months": 12,
    "people": 2,
    "times": 0,
    "agreed": True,
}


def test_owed_where_every_condition_holds():
    told = explain(BENEFIT, subject(**ALL), on=DAY)

    assert (told.verdict, told.amount, told.missing, told.nearest) == (
        Owed.OWED,
        Yuan(12000),
        (),
        None,
    )


def test_amount_explained_is_the_amount_asked():
    about = subject(**ALL)

    assert (
        explain(BENEFIT, about, on=DAY).amount == answer(AMOUNT, about, policy=POLICY, on=DAY).value
    )


def test_one_thing_short_is_near_and_says_from_when():
    told = explain(BENEFIT, subject(**ALL | {"months": 10}), on=DAY)

    assert told.verdict is Owed.NOT_OWED
    assert told.amount is None
    assert told.missing == (Missing("缴费满规定月数", remedy="请继续缴费。"),)
    assert told.is_near
    assert told.nearest == date(2026, 11, 1)
    assert count_near([told]) == 1


def test_two_things_short_are_not_near():
    told = explain(BENEFIT, subject(**ALL | {"months": 10, "agreed": False}), on=DAY)

    assert not told.is_near
    assert told.nearest is None


def test_day_after_the_last_one_to_claim_is_never_promised():
    told = explain(BENEFIT, subject(**ALL | {"months": 1}), on=date(2027, 3, 15))

    assert told.nearest is None


def test_undecided_parameter_leaves_it_open_and_says_who_decides():
    told = explain(CAPPED, subject(**ALL), on=DAY)

    assert told.verdict is Owed.UNKNOWN
    assert told.amount is None
    assert told.missing == (Missing("申请次数上限", "hrss", "省级文件待核"),)


def test_missing_fact_says_who_keeps_it():
    told = explain(BENEFIT, subject(**ALL | {"months": None}), on=DAY)

    assert told.verdict is Owed.UNKNOWN
    assert told.missing == (Missing("缴费月数", remedy="请继续缴费。", source="社会保险登记"),)


def test_failed_condition_outweighs_what_is_not_known():
    told = explain(BENEFIT, subject(**ALL | {"months": None, "agreed": False}), on=DAY)

    assert told.verdict is Owed.NOT_OWED


def test_row_the_table_lacks_leaves_the_amount_open():
    told = explain(BENEFIT, subject(**ALL | {"grade": Level.MASTER}), on=DAY)

    assert told.verdict is Owed.UNKNOWN
    assert told.missing == (Missing("标准·首席技师", "finance", "表中没有这一项。"),)


def test_explanation_is_plain_json():
    told = explain(BENEFIT, subject(**ALL), on=DAY).as_json()

    assert json.loads(json.dumps(told)) == told
    assert told["amount"] == "12000.00"
    assert told["basis"] == ["条例第16条"]
    paid = told["conditions"][0]
    assert (paid["says"], paid["basis"], paid["verdict"]) == (
        "缴费满规定月数",
        "条例第16条",
        "holds",
    )
    assert paid["grounds"][0] == {
        "kind": "fact",
        "key": "Sample.months",
        "label": "缴费月数",
        "value": 12,
        "shown": "12个月",
        "unit": "月",
        "source": "社会保险登记",
        "as_of": "2026-09-01",
    }
    assert paid["grounds"][2]["document"] == "甲文"
    assert paid["grounds"][2]["confidence"] == "high"


moving = st.sampled_from(
    [
        Sample.months >= parameter("minimum"),
        Sample.months >= parameter("minimum", on=Sample.applied),
        Sample.months >= 14,
        TODAY <= Sample.began.plus_months(9),
        Sample.applied > Sample.began.plus_months(parameter("within")),
        Sample.began.months_until(TODAY) >= 6,
        ~(Sample.began.years_until(TODAY) < 1),
        Sample.agreed,
        Sample.months + 3 < 20,
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    rules=st.lists(moving, min_size=1, max_size=3),
    months=st.none() | st.integers(8, 16),
    began=st.dates(date(2026, 3, 1), date(2026, 8, 1)),
    agreed=st.booleans(),
)
def test_nearest_day_is_the_first_on_which_all_holds(rules, months, began, agreed):
    about = subject(months=months, began=began, agreed=agreed, applied=DAY)

    def all_hold(day):
        asking = Asking(about, POLICY, day, since=DAY)
        return all(asking.value(rule) is True for rule in rules)

    days = (DAY + timedelta(days=n) for n in range(1000))
    expected = next((day for day in days if all_hold(day)), None)

    assert nearest_day(rules, about, policy=POLICY, on=DAY) == expected


def test_rule_that_moves_both_ways_gets_no_day():
    both = Sample.months >= Sample.began.months_until(TODAY)

    about = subject(months=2, began=date(2026, 1, 1))

    assert nearest_day([both], about, policy=POLICY, on=DAY) is None


def test_benefit_is_registered_once(monkeypatch):
    monkeypatch.setattr(registry, "_benefits", {})  # other tests see the statute's own
    one, other = benefit(PAID, key="registered-once"), benefit(PAID, key="registered-once")
    register_benefit(one)

    assert get_benefit("registered-once") is one
    assert one in benefits()
    with pytest.raises(Broken, match=r"'registered-once' stands in .*sample\.py"):
        register_benefit(other)
