"""Months and years as plain arithmetic, and most of the time not even that.

A day moved by so many months, or the months gone by since a day, only ever grow or only ever
fall with the day.  So comparing one with a number is comparing the day itself with another day,
found once by halving; what cannot be turned round is worked out from the day's number.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from gongtu.base.periods import MONTHS_IN_YEAR, add_months, months_between
from gongtu.engines.entitlement.city import arithmetic as a
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import day_number, day_of
from gongtu.engines.entitlement.expressions import Span

# Days are counted here from 0000-03-01, so that a leap day is the last of its year.
MARCH = 719_468
IN_FOUR_CENTURIES, IN_CENTURY, IN_FOUR_YEARS, IN_YEAR = 146_097, 36_524, 1_460, 365


@dataclass(frozen=True, slots=True)
class Turning:
    """A function of a day that goes one way: `grows`, or falls."""

    work: Callable[[int], int]
    grows: bool


def moved(day: p.Number, count: p.Number, span: Span) -> p.Number:
    """The day so many days, months or years after another."""
    if span is Span.DAYS:
        return a.plus(day, count)
    months = a.times(count, p.Whole(MONTHS_IN_YEAR)) if span is Span.YEARS else count
    if isinstance(day, p.Whole) and isinstance(months, p.Whole):
        return p.Whole(_moved(day.value, months.value))
    return _assembled(a.plus(_month_of(day), months), day)


def elapsed(since: p.Number, until: p.Number, span: Span) -> p.Number:
    """How many whole days, months or years lie between."""
    if span is Span.DAYS:
        return a.minus(until, since)
    passed = a.minus(_month_of(until), _month_of(since))
    landed = _assembled(_month_of(until), since)
    whole = a.minus(passed, p.pick(a.compare(">", landed, until), p.Whole(1), p.Whole(0)))
    return a.floor(whole, MONTHS_IN_YEAR) if span is Span.YEARS else whole


def moving(count: int, span: Span) -> Turning:
    """Days moved by a number that is written down."""
    if span is Span.DAYS:
        return Turning(lambda day: day + count, grows=True)
    months = count * (MONTHS_IN_YEAR if span is Span.YEARS else 1)
    return Turning(lambda day: _moved(day, months), grows=True)


def since_each(until: int, span: Span) -> Turning:
    """What has passed from each day to one that is written down."""
    return Turning(lambda day: _passed(day, until, span), grows=False)


def until_each(since: int, span: Span) -> Turning:
    """What has passed from a day that is written down to each day."""
    return Turning(lambda day: _passed(since, day, span), grows=True)


def turned(sign: str, day: p.Number, turning: Turning, number: int) -> p.Truth:
    """`turning(day) sign number` as a comparison of the day."""
    match sign:
        case "==":
            low = turned(">=", day, turning, number)
            return p.both(low, turned("<=", day, turning, number))
        case "!=":
            return p.negation(turned("==", day, turning, number))
    begins = sign in (">=", ">") if turning.grows else sign in ("<=", "<")
    edge = _edge(lambda each: p.COMPARE[sign](turning.work(each), number), day, rises=begins)
    return a.compare(">=" if begins else "<", day, p.Whole(edge))


def _edge(holds: Callable[[int], bool], day: p.Number, *, rises: bool) -> int:
    """The first day within the bounds from which it holds, or, if not `rises`, does not."""
    low, high = day.low, day.high + 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) is rises else (middle + 1, high)
    return low


@lru_cache(4096)
def _moved(day: int, months: int) -> int:
    return day_number(add_months(day_of(day), months))


def _passed(since: int, until: int, span: Span) -> int:
    if span is Span.DAYS:
        return until - since
    months = months_between(day_of(since), day_of(until))
    return months // MONTHS_IN_YEAR if span is Span.YEARS else months


def _month_of(day: p.Number) -> p.Number:
    """Months since March of the year 0, in which the day lies."""
    year, of_year = _year_of(day)
    return a.plus(a.times(year, p.Whole(MONTHS_IN_YEAR)), _month_in_year(of_year))


def _year_of(day: p.Number) -> tuple[p.Number, p.Number]:
    """The year that began in March, and the day's place in it."""
    counted = a.plus(day, p.Whole(MARCH))
    era = a.floor(counted, IN_FOUR_CENTURIES)
    of_era = _within(counted, era, IN_FOUR_CENTURIES)
    leaps = a.minus(a.floor(of_era, IN_CENTURY), a.floor(of_era, IN_FOUR_CENTURIES - 1))
    even = _bounded(
        a.plus(a.minus(of_era, a.floor(of_era, IN_FOUR_YEARS)), leaps), 0, IN_FOUR_CENTURIES
    )
    of_years = a.floor(even, IN_YEAR)
    began = a.plus(
        a.times(of_years, p.Whole(IN_YEAR)), a.minus(a.floor(of_years, 4), a.floor(of_years, 100))
    )
    year = a.plus(of_years, a.times(era, p.Whole(400)))
    return year, _bounded(a.minus(of_era, began), 0, IN_YEAR)


def _month_in_year(of_year: p.Number) -> p.Number:
    return a.floor(a.plus(a.times(of_year, p.Whole(5)), p.Whole(2)), 153)


def _began(month: p.Number) -> p.Number:
    """The day number of the first of a month, itself counted from March of the year 0."""
    year = a.floor(month, MONTHS_IN_YEAR)
    within = _within(month, year, MONTHS_IN_YEAR)
    of_year = a.floor(a.plus(a.times(within, p.Whole(153)), p.Whole(2)), 5)
    leaps = a.plus(a.minus(a.floor(year, 4), a.floor(year, 100)), a.floor(year, 400))
    of_years = a.plus(a.times(year, p.Whole(IN_YEAR)), leaps)
    return a.minus(a.plus(of_years, of_year), p.Whole(MARCH))


def _assembled(month: p.Number, day: p.Number) -> p.Number:
    """The same day of that month, or its last one."""
    began, next_began = _began(month), _began(a.plus(month, p.Whole(1)))
    place = _bounded(a.minus(day, _began(_month_of(day))), 0, 30)
    last = _bounded(a.minus(a.minus(next_began, began), p.Whole(1)), 27, 30)
    return a.plus(began, a.least(place, last))


def _within(whole: p.Number, times: p.Number, size: int) -> p.Number:
    """What is left over after whole `times` of `size`."""
    return _bounded(a.minus(whole, a.times(times, p.Whole(size))), 0, size - 1)


def _bounded(number: p.Number, low: int, high: int) -> p.Number:
    """The same number, of which the calendar knows more than its parts tell."""
    return a.least(a.greatest(number, p.Whole(low)), p.Whole(high))
