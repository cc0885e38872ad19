"""What lowering gives: a number that may be unknown, a truth of three values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city import arithmetic as a
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.calendar import Turning


class LeftOut(Broken):
    """A rule that cannot run over a city; it says why, and is asked of each person instead."""


@dataclass(frozen=True)
class Size:
    """A number with the truth of whether it is known.

    `told` may be how the number would be made: few comparisons with a day need the calendar.
    `scale` is what it was multiplied with to be whole (rates); `categories` are what codes stand
    for; `turned` tells that it is a function of a day that goes one way, so that comparing it
    needs no calendar.
    """

    told: p.Number | Callable[[], p.Number]
    known: p.Truth = p.TRUE
    scale: int = 1
    categories: tuple[Any, ...] | None = None
    turned: tuple[p.Number, Turning] | None = None
    choices: tuple[tuple[p.Truth, Size], ...] = ()

    @cached_property
    def number(self) -> p.Number:
        return self.told if isinstance(self.told, p.Number) else self.told()

    @property
    def fixed(self) -> int | None:
        """The number, where it is written down."""
        return self.told.value if isinstance(self.told, p.Whole) else None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where it holds and where it fails; where neither, it is not known."""

    holds: p.Truth
    fails: p.Truth

    @classmethod
    def known_where(cls, known: p.Truth, holds: p.Truth) -> Verdict:
        return cls(p.both(known, holds), p.both(known, p.negation(holds)))

    @property
    def is_certain(self) -> bool:
        """In every row it either holds or fails."""
        return self.fails is p.negation(self.holds)

    def __and__(self, other: Verdict) -> Verdict:
        return Verdict(p.both(self.holds, other.holds), p.either(self.fails, other.fails))

    def __or__(self, other: Verdict) -> Verdict:
        return Verdict(p.either(self.holds, other.holds), p.both(self.fails, other.fails))

    def __invert__(self) -> Verdict:
        return Verdict(self.fails, self.holds)


YES, NO, UNKNOWN = Verdict(p.TRUE, p.FALSE), Verdict(p.FALSE, p.TRUE), Verdict(p.FALSE, p.FALSE)
NOTHING = Size(p.Whole(0), p.FALSE)


def alike(one: Size, other: Size) -> tuple[p.Number, p.Number]:
    """Both numbers at one scale."""
    if one.scale == other.scale:
        return one.number, other.number
    whole = max(one.scale, other.scale)  # both are powers of ten
    return _scaled(one, whole), _scaled(other, whole)


def chosen(choices: tuple[tuple[p.Truth, Size], ...]) -> Size:
    """The size of the first choice that is true; the last one stands where none before is."""
    if len(choices) == 1:
        return choices[0][1]
    known, scale = choices[-1][1].known, max(size.scale for _, size in choices)
    for test, size in reversed(choices[:-1]):
        known = p.either(p.both(test, size.known), p.both(p.negation(test), known))

    def number() -> p.Number:
        one = _scaled(choices[-1][1], scale)
        for test, size in reversed(choices[:-1]):
            one = p.pick(test, _scaled(size, scale), one)
        return one

    return Size(number, known, scale, choices[0][1].categories, choices=choices)


def _scaled(size: Size, scale: int) -> p.Number:
    return a.times(size.number, p.Whole(scale // size.scale))
