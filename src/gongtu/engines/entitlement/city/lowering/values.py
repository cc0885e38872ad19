"""What has a size: facts, parameters, sums, days moved, time gone by."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

from gongtu.engines.entitlement import expressions as e
from gongtu.engines.entitlement.city import arithmetic as a
from gongtu.engines.entitlement.city import calendar
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.lowering.dated import number_of
from gongtu.engines.entitlement.city.lowering.shapes import Size, alike, chosen

PER_CENT = 100
Number = Callable[[p.Number, p.Number], p.Number]
SUMS: dict[e.Op, Number] = {
    e.Op.PLUS: a.plus, e.Op.MINUS: a.minus, e.Op.LESSER: a.least, e.Op.GREATER: a.greatest,
}  # fmt: skip


def constant(value: Any) -> Size:
    """A value written in a rule; text and enums keep themselves as their only category."""
    if isinstance(value, Enum | str):
        return Size(p.Whole(0), categories=(value,))
    return number_of(value)


def joined(op: e.Op, one: Size, other: Size) -> Size:
    """Two sizes under an operation that gives a size."""
    known = p.both(one.known, other.known)
    if op is e.Op.PERCENT:
        return Size(percent(one.number, other), known)
    if op is e.Op.TIMES:
        return Size(a.times(one.number, other.number), known, one.scale)
    left, right = alike(one, other)
    return Size(SUMS[op](left, right), known, max(one.scale, other.scale))


def percent(whole: p.Number, rate: Size) -> p.Number:
    """So many per cent, to the nearest unit, half a unit away from nothing, as `Yuan.percent`."""
    double = a.times(a.times(whole, rate.number), p.Whole(2))
    by = PER_CENT * rate.scale

    def rounded(twice: p.Number) -> p.Number:
        return a.floor(a.plus(twice, p.Whole(by)), 2 * by)

    if double.low >= 0:
        return rounded(double)
    owed = a.minus(p.Whole(0), rounded(a.greatest(a.minus(p.Whole(0), double), p.Whole(0))))
    due = rounded(a.greatest(double, p.Whole(0)))
    return p.pick(a.compare("<", double, p.Whole(0)), owed, due)


def shifted(day: Size, count: Size, span: e.Span) -> Size:
    """A day moved; piece by piece where the count is one of several written down."""
    if count.choices:
        return chosen(tuple((test, shifted(day, one, span)) for test, one in count.choices))
    known = p.both(day.known, count.known)
    if count.fixed is None or day.fixed is not None:
        return Size(calendar.moved(day.number, count.number, span), known)
    turned = (day.number, calendar.moving(count.fixed, span))
    return Size(lambda: calendar.moved(day.number, count.number, span), known, turned=turned)


def elapsed(since: Size, until: Size, span: e.Span) -> Size:
    """Whole days, months or years between two days."""
    known = p.both(since.known, until.known)

    def number() -> p.Number:
        return calendar.elapsed(since.number, until.number, span)

    if until.fixed is not None and since.fixed is None:
        turned = (since.number, calendar.since_each(until.fixed, span))
    elif since.fixed is not None and until.fixed is None:
        turned = (until.number, calendar.until_each(since.fixed, span))
    else:
        return Size(number(), known)
    return Size(number, known, turned=turned)


def matched(one: Size, other: Size) -> tuple[p.Number, p.Number]:
    """Two codes so that equal numbers mean equal text."""
    if one.categories == other.categories:
        return one.number, other.number
    mine, theirs = one.categories or (), other.categories or ()
    if other.fixed is not None:
        text = theirs[other.fixed] if theirs else None
        return one.number, p.Whole(_code(mine, text))
    codes = tuple(_code(theirs, category) for category in mine)
    return a.lookup(one.number, codes) if codes else p.Whole(-1), other.number


def recoded(size: Size, categories: tuple[Any, ...]) -> Size:
    """The same by the places of other categories, which hold all of its own."""
    codes = tuple(categories.index(category) for category in size.categories or ())
    number = a.lookup(size.number, codes) if codes else size.number
    return Size(number, size.known, categories=categories)


def _code(categories: tuple[Any, ...], value: Any) -> int:
    return categories.index(value) if value in categories else -1


def is_coded(size: Size) -> bool:
    return size.categories is not None


def rate_reached(part: Size, whole: Size, rate: Size) -> p.Truth:
    """Part × 100 ≥ whole × rate, exactly."""
    left = a.times(part.number, p.Whole(PER_CENT * rate.scale))
    return a.compare(">=", left, a.times(whole.number, rate.number))
