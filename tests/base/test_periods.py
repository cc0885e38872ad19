from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.errors import Broken
from gongtu.base.periods import Period, add_months, months_between

days = st.dates(date(1950, 1, 1), date(2080, 1, 1))


@given(days, st.integers(-500, 500))
def test_months_added_are_months_between(day, months):
    assert months_between(day, add_months(day, months)) == months


@given(days, days)
def test_day_lies_at_or_after_its_whole_months(since, until):
    whole = months_between(since, until)

    assert add_months(since, whole) <= until < add_months(since, whole + 1)


@given(days, days, days, days)
def test_overlap_is_a_day_in_both(a, b, c, d):
    if a >= b or c >= d:
        return
    first, second = Period(a, b), Period(c, d)

    assert first.overlaps(second) == (max(a, c) in first and max(a, c) in second)


def test_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(Broken):
        Period(date(2026, 1, 1), date(2026, 1, 1))
