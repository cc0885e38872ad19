"""How facts of a city lie in memory: whole numbers by column, one frame for each kind of row.

Days are counted from 1970-01-01, money is in fen, an enum is its place in its class, text is a
code into `categories`.  What is not known is 0 in `values` and False in `known`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.base.errors import Broken
from gongtu.base.money import Yuan

EPOCH = date(1970, 1, 1).toordinal()
CITY = "city"  # every row belongs to it: quotas gather within it
NOBODY = -1  # in a join: this row belongs to nothing of that kind

Whole = NDArray[Any]  # of an integer or boolean type
Truths = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Column:
    """One fact of every row; `known` is None where it is known of all.

    `categories` are what the codes stand for, where the fact is an enum or text.
    """

    values: Whole
    known: Truths | None = None
    categories: tuple[Any, ...] | None = None

    @cached_property
    def bounds(self) -> tuple[int, int]:
        """The least and the greatest value in it; (0, 0) of no rows at all."""
        if not len(self.values):
            return 0, 0
        return int(self.values.min()), int(self.values.max())

    @cached_property
    def codes(self) -> dict[Any, int]:
        """Category → code."""
        return {category: code for code, category in enumerate(self.categories or ())}

    def of(self, row: int, kind: type[Any]) -> Any:
        """The fact of one row as rules know it; None where it is not known."""
        if self.known is not None and not self.known[row]:
            return None
        value = int(self.values[row])
        if self.categories is not None:
            return self.categories[value]
        return decoded(value, kind)


@dataclass(frozen=True, eq=False)
class Frame:
    """All rows of one kind: their columns by fact key, and where each belongs.

    `joins` gives for another kind ("person", "enterprise") the row there that each row here
    belongs to, or `NOBODY`.  `keys` name the rows as subjects are named.
    """

    kind: str
    size: int
    columns: Mapping[str, Column]
    joins: Mapping[str, NDArray[np.int32]] = field(default_factory=dict)
    keys: Sequence[str] = ()


@dataclass(frozen=True, eq=False)
class Town:
    """The frames of a city on one day, by kind of row."""

    on: date
    frames: Mapping[str, Frame]

    def frame(self, kind: str) -> Frame:
        """The rows of a kind.

        Raises:
            Broken: Nobody supplies rows of it.
        """
        if kind not in self.frames:
            raise Broken(f"Nobody supplies rows of kind {kind!r}.")
        return self.frames[kind]


def day_number(day: date) -> int:
    """Days since 1970-01-01.

    >>> day_number(date(2026, 3, 1)), day_of(20513)
    (20513, datetime.date(2026, 3, 1))
    """
    return day.toordinal() - EPOCH


def day_of(number: int) -> date:
    return date.fromordinal(number + EPOCH)


def encoded(value: Any, categories: Mapping[Any, int] | None = None) -> int:
    """One value as a column holds it; text and enums that stand in no row are -1.

    >>> encoded(Yuan("1.50")), encoded(True), encoded(date(1970, 1, 2)), encoded("a", {"a": 4})
    (150, 1, 1, 4)
    """
    match value:
        case Yuan():
            return value.fen
        case date():
            return day_number(value)
        case Enum() | str():
            return (categories or {}).get(value, -1)
    return int(value)


def decoded(value: int, kind: type[Any]) -> Any:
    """What a column's number stands for, apart from categories.

    >>> decoded(150, Yuan), decoded(1, bool), decoded(1, date)
    (Yuan('1.50'), True, datetime.date(1970, 1, 2))
    """
    if kind is Yuan:
        return Yuan.of_fen(value)
    if kind is bool:
        return bool(value)
    return day_of(value) if kind is date else value


def column_of(kind: type[Any], values: Sequence[Any]) -> Column:
    """A column from plain values, None where one is not known: for tests and small frames."""
    known = np.array([value is not None for value in values], dtype=np.bool_)
    categories: tuple[Any, ...] | None = None
    if issubclass(kind, Enum):
        categories = tuple(kind)
    elif issubclass(kind, str):
        categories = tuple(sorted({value for value in values if value is not None}))
    codes = {category: code for code, category in enumerate(categories or ())}
    whole = [0 if value is None else encoded(value, codes) for value in values]
    return Column(
        narrowed(np.array(whole, dtype=np.int64)), None if known.all() else known, categories
    )


def narrowed(values: NDArray[np.int64]) -> Whole:
    """The same numbers in the narrowest type that columns use: u1, u2, i4 or i8."""
    low, high = (int(values.min()), int(values.max())) if len(values) else (0, 0)
    for kind in (np.uint8, np.uint16, np.int32):
        limits = np.iinfo(kind)
        if limits.min <= low and high <= limits.max:
            return values.astype(kind)
    return values
