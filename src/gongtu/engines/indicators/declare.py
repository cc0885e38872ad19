"""What an indicator is: a frozen value that says what it counts and opens what is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from gongtu.base import periods
from gongtu.base.errors import Broken
from gongtu.base.periods import Period
from gongtu.law import Article


class Span(StrEnum):
    """How long one value of an indicator stands for."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    def around(self, on: date) -> Period:
        """The calendar span a day lies in."""
        spans = {
            Span.MONTH: periods.month_of,
            Span.QUARTER: periods.quarter_of,
            Span.YEAR: periods.year_of,
        }
        return spans[self](on)

    def last(self, on: date, count: int) -> list[Period]:
        """The span around a day and those before it, oldest first."""
        found = [self.around(on)]
        while len(found) < count:
            found.insert(0, self.around(periods.add_months(found[0].since, -1)))
        return found


class Wish(StrEnum):
    """Which way an indicator is hoped to go."""

    UP = "up"
    DOWN = "down"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Behind:
    """One thing behind a figure; `kind` tells the doors which page shows it, `key` finds it."""

    kind: str
    key: str
    title: str
    on: date
    division: str = ""


@dataclass(frozen=True, slots=True)
class Within:
    """What a figure is asked for: a half-open span, and one division or all of them."""

    since: date
    until: date
    division: str | None = None


class Measure(Protocol):
    """Something that can be counted, and shown one by one."""

    def tally(self, within: Within, *, by: str | None = None) -> dict[str, int]:
        """The count in the span; by division where `by="division"`, else under the key ""."""

    def behind(self, within: Within, *, limit: int, after: str = "") -> Sequence[Behind]:
        """Up to `limit` of the things counted, after the cursor, in a lasting order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One number the city publishes, with what it rests on.

    `level` marks a figure of how things stand on a day (overdue now), not of a span;
    `people` marks one that counts persons, so that small cells are hidden from the public.

    Raises:
        Broken: It carries out no norm of the statute.
    """

    key: str
    title: str
    unit: str
    basis: tuple[Article, ...]
    fulfils: tuple[str, ...]
    measure: Measure
    span: Span = Span.YEAR
    wish: Wish = Wish.NONE
    level: bool = False
    people: bool = False
    money: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if not self.fulfils or not self.basis:
            raise Broken(f"Indicator {self.key!r} names no norm and article it belongs to.")
