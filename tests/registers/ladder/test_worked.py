"""Years of work: gaps left out, overlaps counted once, to the day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gongtu.registers.ladder.known import Worked

ON = date(2026, 9, 1)
DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))
SPANS = st.lists(st.tuples(DAYS, DAYS).map(sorted).map(tuple), max_size=8)


def test_gap_is_left_out():
    worked = Worked.of([(date(2020, 1, 1), date(2021, 1, 1)), (date(2024, 9, 1), date.max)], ON)

    assert worked.counted_from() == date(2023, 9, 1)


def test_overlap_is_counted_once():
    worked = Worked.of([(date(2020, 9, 1), date.max), (date(2021, 1, 1), date.max)], ON)

    assert worked.counted_from() == date(2020, 9, 1)


def test_only_what_follows_the_event_is_counted():
    worked = Worked.of([(date(2020, 9, 1), date(2022, 9, 1)), (date(2023, 9, 1), date.max)], ON)

    assert worked.counted_from(date(2022, 3, 1)) == date(2023, 9, 1) - timedelta(days=184)


def test_who_never_worked_has_worked_for_no_time():
    worked = Worked.of([(date(2027, 1, 1), date.max)], ON)

    assert (worked.until, worked.counted_from()) == (ON, ON)


@given(SPANS, DAYS)
def test_time_worked_is_the_number_of_different_days_worked(spans, event):
    worked = Worked.of(spans, ON)

    days = {
        since + timedelta(days=n)
        for since, until in spans
        for n in range((min(until, ON) - since).days)
        if since + timedelta(days=n) >= event
    }
    assert (worked.until - worked.counted_from(event)).days == len(days)
