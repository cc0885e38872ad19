"""Months and years as plain arithmetic are what the calendar says."""

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from gongtu.base.periods import add_months, months_between, years_between
from gongtu.engines.entitlement.city import calendar
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import Column, Frame, Town, day_number
from gongtu.engines.entitlement.city.evaluating import evaluated
from gongtu.engines.entitlement.city.outcome import rows_of, words_of
from gongtu.engines.entitlement.expressions import Span

FIRST, LAST = date(1900, 1, 1), date(2110, 12, 31)
days = st.dates(FIRST, LAST)
ONE = p.Of("one", "", day_number(FIRST), day_number(LAST))
OTHER = p.Of("other", "", day_number(FIRST), day_number(LAST))
COUNT = p.Of("count", "", -500, 500)


def worked_out(root, **facts):
    columns = {key: Column(np.array([value], np.int64)) for key, value in facts.items()}
    frame = Frame("day", 1, columns)
    return evaluated([root], Town(FIRST, {"day": frame}), frame, {})[0].tolist()[0]


@given(days, st.integers(-500, 500))
def test_a_day_is_moved_by_months_as_the_calendar_moves_it(day, months):
    root = calendar.moved(ONE, COUNT, Span.MONTHS)

    assert worked_out(root, one=day_number(day), count=months) == day_number(
        add_months(day, months)
    )


@given(days, days)
def test_whole_months_and_years_go_by_as_the_calendar_counts_them(since, until):
    facts = {"one": day_number(since), "other": day_number(until)}

    months = calendar.elapsed(ONE, OTHER, Span.MONTHS)
    years = calendar.elapsed(ONE, OTHER, Span.YEARS)

    assert worked_out(months, **facts) == months_between(since, until)
    assert worked_out(years, **facts) == years_between(since, until)


@given(days, days, st.sampled_from(Span), st.sampled_from(sorted(p.COMPARE)), st.data())
def test_comparing_time_gone_by_is_comparing_days(day, fixed, span, sign, data):
    turnings = [
        calendar.moving(data.draw(st.integers(-60, 60)), span),
        calendar.since_each(day_number(fixed), span),
        calendar.until_each(day_number(fixed), span),
    ]
    for turning in turnings:
        near = turning.work(day_number(data.draw(days)))
        number = data.draw(st.integers(near - 2, near + 2))

        root = calendar.turned(sign, ONE, turning, number)

        told = worked_out(root, one=day_number(day))
        assert told == p.COMPARE[sign](turning.work(day_number(day)), number)


@given(st.lists(st.booleans(), max_size=200))
def test_truths_survive_as_bits(truths):
    words = words_of(np.array(truths, np.bool_))

    assert rows_of(words, len(truths)).tolist() == [i for i, yes in enumerate(truths) if yes]
