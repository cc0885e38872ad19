"""Expressions are values: equal ones are one object, wrong ones cannot be made."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.errors import Broken
from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import TODAY, lesser_of, parameter, when
from gongtu.engines.entitlement.expressions import Constant
from tests.engines.entitlement.sample import LONG_ENOUGH, Level, Sample

makers = st.recursive(
    st.sampled_from(
        [
            lambda: Sample.months >= parameter("minimum", on=Sample.began),
            lambda: Sample.grade.among(Level.JUNIOR, Level.SENIOR),
            lambda: Sample.began.plus_months(3) <= TODAY,
            lambda: Sample.agreed,
        ]
    ),
    lambda inner: (
        st.builds(lambda a, b: lambda: a() & b(), inner, inner)
        | st.builds(lambda a, b: lambda: when(a(), b(), a()), inner, inner)
        | st.builds(lambda a: lambda: ~a(), inner)
    ),
    max_leaves=8,
)


@given(makers)
def test_equal_trees_are_one_object(make):
    assert make() is make()


def test_constants_of_different_kinds_are_different():
    assert len({Constant(1), Constant(True), Constant("junior"), Constant(Level.JUNIOR)}) == 4


@pytest.mark.parametrize(
    "make",
    [
        lambda: Sample.months >= Sample.began,
        lambda: Sample.months >= parameter("rate", Yuan),
        lambda: Sample.grade >= Sample.grade,
        lambda: Sample.began * Sample.months,
        lambda: Sample.months & Sample.agreed,
        lambda: Sample.months.is_("12"),
        lambda: Sample.grade.among("junior"),
        lambda: Sample.months.plus_days(1),
        lambda: when(Sample.agreed, Sample.months, Sample.began),
        lambda: lesser_of(Sample.months, Yuan(1)),
    ],
)
def test_rule_that_means_nothing_is_refused_with_its_place(make):
    with pytest.raises(Broken, match=r"test_expressions\.py:\d+: "):
        make()


def test_rule_cannot_be_used_as_a_truth():
    with pytest.raises(Broken, match="write `&`"):
        bool(LONG_ENOUGH and Sample.agreed)


def test_chained_comparison_is_refused():
    with pytest.raises(Broken, match="write `&`"):
        bool(date(2026, 1, 1) <= Sample.began <= date(2026, 2, 1))


def test_walk_visits_every_part():
    labels = [getattr(node, "label", type(node).__name__) for node in LONG_ENOUGH.walk()]

    assert labels == ["Binary", "缴费月数", "Parameter", "开始日期"]
