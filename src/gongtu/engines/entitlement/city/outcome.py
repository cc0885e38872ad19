"""What a run over a city found: bitmaps of rows, and the amounts of the rows that are set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

BITS = 64
WEIGHTS = 977  # a prime: the checksum tells two rows changed for each other
Words = NDArray[np.uint64]
Amounts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Near:
    """Rows that miss one condition alone: it fails there, or cannot be told."""

    condition: str
    fails: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Check:
    """What two executions must agree on, for one rule."""

    owed: int
    unknown: int
    near: int
    total: int
    weighted: int


@dataclass(frozen=True, eq=False)
class Found:
    """One rule: a bit a row, the first row in the lowest bit.

    `paid` has the amounts in fen, one for each bit of `owed` in row order, in parts as they were
    worked out; it is None where the rule gives no money.
    """

    size: int
    owed: Words
    unknown: Words
    near: Words
    nears: tuple[Near, ...]
    paid: Sequence[Amounts] | None = None

    @cached_property
    def amounts(self) -> Amounts | None:
        """All amounts in one; None where the rule gives no money."""
        return None if self.paid is None else np.concatenate([np.zeros(0, np.int64), *self.paid])

    @cached_property
    def rows(self) -> NDArray[np.int64]:
        """The rows that are owed."""
        return rows_of(self.owed, self.size)

    @property
    def count(self) -> int:
        return counted(self.owed)

    @property
    def total(self) -> int:
        """In fen."""
        return sum(int(part.sum(dtype=np.int64)) for part in self.paid or ())

    def amount(self, row: int) -> int | None:
        """The amount of a row that is owed money; None where it is not."""
        place = int(np.searchsorted(self.rows, row))
        owed = place < len(self.rows) and int(self.rows[place]) == row
        return int(self.amounts[place]) if owed and self.amounts is not None else None

    def check(self) -> Check:
        """Counts, sum and a sum weighted by position."""
        amounts = np.zeros(len(self.rows), np.int64) if self.amounts is None else self.amounts
        weighted = (amounts + 1) * (self.rows % WEIGHTS + 1)
        return Check(
            self.count, counted(self.unknown), counted(self.near), self.total,
            int(weighted.sum(dtype=np.int64)),
        )  # fmt: skip


@dataclass(frozen=True, eq=False)
class Outcome:
    """Every rule of one kind of row."""

    per: str
    size: int
    found: Mapping[str, Found]
    left_out: Mapping[str, str] = field(default_factory=dict)

    def check(self) -> dict[str, Check]:
        return {key: found.check() for key, found in self.found.items()}


def words_of(truths: NDArray[Any]) -> Words:
    """Truths as bits; the last word is filled up with zeros.

    >>> int(words_of(np.array([True, False, True]))[0])
    5
    """
    padded = np.zeros(-(-len(truths) // BITS) * BITS, np.bool_)
    padded[: len(truths)] = truths
    return np.packbits(padded, bitorder="little").view(np.uint64)


def rows_of(words: Words, size: int) -> NDArray[np.int64]:
    """The rows whose bits are set.

    >>> rows_of(words_of(np.array([True, False, True])), 3).tolist()
    [0, 2]
    """
    bits = np.unpackbits(words.view(np.uint8), bitorder="little", count=size)
    return np.flatnonzero(bits).astype(np.int64, copy=False)


def counted(words: Words) -> int:
    """How many bits are set."""
    return int(np.bitwise_count(words).sum(dtype=np.int64))
