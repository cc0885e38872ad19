"""What a rule answers of one subject, and the grounds it names."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.asking import Verdict, answer, judge
from gongtu.engines.entitlement.declare import (
    TODAY,
    function,
    greater_of,
    lesser_of,
    parameter,
    when,
)
from gongtu.engines.entitlement.expressions import Binary, Not
from tests.engines.entitlement.sample import (
    AMOUNT,
    DAY,
    LONG_ENOUGH,
    PAID,
    POLICY,
    Level,
    Sample,
    subject,
)

days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
counts = st.integers(0, 24)
subjects = st.builds(
    subject,
    grade=st.none() | st.sampled_from(Level),
    began=st.none() | days,
    months=st.none() | counts,
    people=st.none() | counts,
    agreed=st.none() | st.booleans(),
)
statements = st.recursive(
    st.sampled_from([LONG_ENOUGH, Sample.agreed, AMOUNT >= Yuan(30000)])
    | st.builds(lambda n: Sample.months < n, counts)
    | st.builds(lambda day: Sample.began <= day, days),
    lambda inner: (
        st.builds(lambda a, b: a & b, inner, inner)
        | st.builds(lambda a, b: a | b, inner, inner)
        | st.builds(lambda a: ~a, inner)
    ),
    max_leaves=6,
)


def asked(rule, about):
    return answer(rule, about, policy=POLICY, on=DAY).value


@given(statements, statements, subjects)
def test_one_false_side_settles_an_and_and_one_true_side_an_or(a, b, about):
    one, other = asked(a, about), asked(b, about)
    both = False if False in (one, other) else None if None in (one, other) else True
    either = True if True in (one, other) else None if None in (one, other) else False

    assert asked(a & b, about) is both
    assert asked(a | b, about) is either
    assert asked(~a, about) is (None if one is None else not one)


@given(statements, subjects)
def test_what_is_learnt_later_never_overturns_an_answer(rule, about):
    full = subject(grade=Level.JUNIOR, began=DAY, months=12, people=3, agreed=True).facts
    known = {key: known for key, known in about.facts.items() if known.value is not None}
    later = subject().__class__("sample:1", "样例", {**full, **known})

    before = asked(rule, about)

    assert before is None or asked(rule, later) is before


@given(statements, subjects)
def test_answer_is_open_only_where_something_is_missing(rule, about):
    found = answer(rule, about, policy=POLICY, on=DAY)

    assert found.value is not None or found.missing


@given(statements, subjects)
def test_double_negation_is_the_same(rule, about):
    assert asked(~~rule, about) is asked(rule, about)
    assert isinstance(~rule, Not)
    assert isinstance(rule & rule, Binary)


def test_finding_names_the_fact_with_its_source_and_the_parameter_with_its_document():
    finding = judge(PAID, subject(months=6, began=date(2026, 4, 1)), policy=POLICY, on=DAY)

    months, began, minimum = finding.grounds
    assert finding.verdict is Verdict.FAILS
    assert (months.label, months.value, months.unit) == ("缴费月数", 6, "月")
    assert (months.source, months.known.as_of) == ("社会保险登记", DAY)
    assert (began.label, began.value) == ("开始日期", date(2026, 4, 1))
    assert (minimum.label, minimum.value, minimum.source) == ("最短月数", 12, "甲文")
    assert (minimum.valued.confidence, minimum.on) == ("high", date(2026, 4, 1))


def test_parameter_is_that_of_the_day_of_the_event():
    early = subject(months=15, began=date(2026, 12, 31))
    late = subject(months=15, began=date(2027, 1, 1))

    assert asked(LONG_ENOUGH, early) is True
    assert asked(LONG_ENOUGH, late) is False


def test_missing_fact_leaves_the_verdict_open_and_is_named():
    found = answer(LONG_ENOUGH, subject(began=date(2026, 4, 1)), policy=POLICY, on=DAY)

    assert found.value is None
    assert [ground.label for ground in found.missing] == ["缴费月数"]


def test_row_is_named_in_the_readers_words():
    about = subject(grade=Level.SENIOR, began=DAY, people=2)
    found = answer(AMOUNT, about, policy=POLICY, on=DAY)

    assert found.value == Yuan("10001.00")
    assert "标准·高级工" in [ground.label for ground in found.grounds]


@function("longest-of-two", int, "{0}与{1}中较长者", "the longer of {0} and {1}")
def longest(one: int, other: int) -> int:
    return max(one, other)


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (lesser_of(Sample.months, 10), 10),
        (greater_of(Sample.months, 10), 14),
        (Sample.began.plus_days(30), date(2026, 5, 1)),
        (Sample.began.plus_years(1), date(2027, 4, 1)),
        (Sample.began.months_until(TODAY), 5),
        (Sample.began.days_until(date(2026, 4, 11)), 10),
        (Sample.began.years_until(TODAY), 0),
        (when(Sample.agreed, Sample.months, Sample.people), 14),
        (Sample.months - 4, 10),
        (
            parameter("rate", Yuan, row=Sample.grade).percent(parameter("share", Decimal)),
            Yuan("1999.80"),
        ),
        (longest(Sample.months, 20), 20),
        (Sample.grade.among(Level.JUNIOR, Level.SENIOR), True),
        (Sample.grade.is_not(Level.JUNIOR), False),
    ],
)
def test_expression_has_its_value(expression, value):
    about = subject(grade=Level.JUNIOR, began=date(2026, 4, 1), months=14, people=3, agreed=True)

    assert asked(expression, about) == value


def test_choice_between_equal_values_needs_no_answer():
    about = subject(months=3)

    assert asked(when(Sample.agreed, Sample.months, Sample.months), about) == 3
    assert asked(when(Sample.agreed, Sample.months, 4), about) is None
