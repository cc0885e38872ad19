"""Rules laid out for many subjects answer what asking each of them alone answers."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.asking import answer
from gongtu.engines.entitlement.declare import (
    TODAY,
    any_of,
    each,
    parameter,
    reaches,
    when,
)
from gongtu.engines.entitlement.ready import Ready
from gongtu.policy import providers
from gongtu.policy.supposing import supposing
from gongtu.policy.values import DecidedValue
from tests.engines.entitlement.sample import AMOUNT, DAY, POLICY, Level, Sample, subject

others = each(Sample)
PARTS = [
    Sample.months >= parameter("minimum", on=Sample.began),
    Sample.months >= parameter("minimum"),
    Sample.months < parameter("minimum") + 3,
    Sample.began.plus_months(parameter("within")) >= TODAY,
    Sample.began.years_until(Sample.applied).is_(0),
    Sample.grade.among(Level.JUNIOR, Level.SENIOR),
    AMOUNT.percent(Decimal("62.5")) > Yuan(3000),
    when(Sample.agreed, AMOUNT, Yuan(0)) >= Yuan(1),
    reaches(Sample.people, Sample.people + 7, Decimal(20)),
    any_of(others.months > Sample.months, rows=others, within="person", label="更久的一段"),
    Sample.agreed,
]
rules = st.recursive(
    st.sampled_from(PARTS),
    lambda inner: (
        st.builds(lambda a, b: a & b, inner, inner)
        | st.builds(lambda a, b: a | b, inner, inner)
        | st.builds(lambda a: ~a, inner)
    ),
    max_leaves=6,
)
days = st.dates(date(2025, 1, 1), date(2027, 12, 31))
counts = st.integers(0, 40)
subjects = st.builds(
    subject,
    grade=st.none() | st.sampled_from(Level),
    began=st.none() | days,
    applied=st.none() | days,
    months=st.none() | counts,
    people=st.none() | counts,
    agreed=st.none() | st.booleans(),
)


@settings(deadline=None)
@given(asked=st.lists(rules, min_size=1, max_size=4), about=subjects, on=days)
def test_value_and_grounds_are_those_of_asking_alone(asked, about, on):
    ready = Ready()
    places = [ready.root(rule, POLICY) for rule in asked]

    together = ready.ask(about, on)

    for rule, place in zip(asked, places, strict=True):
        alone = answer(rule, about, policy=POLICY, on=on)
        assert together.values[place] is alone.value or together.values[place] == alone.value
        assert together.grounds(place) == alone.grounds


def test_decision_made_meanwhile_is_seen_at_the_next_question():
    ready = Ready()
    place = ready.root(Sample.months >= parameter("minimum"), POLICY)
    about = subject(months=30)
    before = ready.ask(about, DAY).values[place]
    decided = DecidedValue(since=date(2026, 1, 1), value=31, source="参数决定", origin_id=1)
    undecided = providers.use_decisions(
        lambda key: (decided,) if key == POLICY["minimum"].key else ()
    )
    try:
        after = ready.ask(about, DAY).values[place]
    finally:
        providers.use_decisions(undecided)

    assert (before, after) == (True, False)
    assert ready.ask(about, DAY).values[place] is True


def test_draft_that_is_supposed_leaves_no_trace():
    ready = Ready()
    place = ready.root(Sample.months >= parameter("minimum"), POLICY)
    about = subject(months=30)
    draft = DecidedValue(since=date(2026, 1, 1), value=31, source="草案", origin_id=2)
    before = ready.ask(about, DAY).values[place]
    with supposing({POLICY["minimum"].key: (draft,)}):
        supposed = ready.ask(about, DAY).values[place]

    assert (before, supposed) == (True, False)
    assert ready.ask(about, DAY).values[place] is True
