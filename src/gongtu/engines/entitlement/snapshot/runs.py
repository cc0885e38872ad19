"""Rows that lie together because they belong to the same one, and what they come to for each.

A certificate event lies beside the others of its worker, so that ten million of them become a row
a worker in one pass over each column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[Any]
Truths = NDArray[np.bool_]
NONE = -1  # in place of a row: there is none
ROW_BITS = 32
ROW = (1 << ROW_BITS) - 1
WIDER: Mapping[int, Any] = {1: np.int16, 2: np.int32}  # by bytes: room for a value below all
LEAST, GREATEST = np.iinfo(np.int64).min, np.iinfo(np.int64).max


@dataclass(frozen=True, eq=False)
class Runs:
    """Where each run begins; together they are all `size` rows.

    >>> runs = Runs.of(np.array([3, 3, 5, 9, 9, 9]))
    >>> days = np.array([10, 20, 5, 7, 8, 1])
    >>> runs.most(days).tolist(), runs.count(days > 6).tolist(), runs.latest(days).tolist()
    ([20, 5, 8], [2, 0, 2], [1, 2, 4])
    >>> runs.latest(days, days < 6).tolist(), runs.spread(runs.total(days)).tolist()
    ([-1, 2, 5], [30, 30, 5, 16, 16, 16])
    """

    starts: NDArray[np.int64]
    size: int

    @classmethod
    def of(cls, keys: Whole) -> Runs:
        """Runs of equal keys; equal keys lie together."""
        new = np.ones(len(keys), dtype=np.bool_)
        np.not_equal(keys[1:], keys[:-1], out=new[1:])
        return cls(np.flatnonzero(new), len(keys))

    @cached_property
    def lengths(self) -> NDArray[np.int64]:
        return np.diff(self.starts, append=self.size)

    def spread(self, told: Whole) -> Whole:
        """What is told of each run, for each of its rows."""
        return np.repeat(told, self.lengths)

    def count(self, where: Truths) -> NDArray[np.int32]:
        """How many rows of each run."""
        counted: NDArray[np.int32] = np.cumsum(where, dtype=np.int32)[
            self.starts + (self.lengths - 1)
        ]
        counted[1:] -= counted[:-1].copy()
        return counted

    def total(self, values: Whole, kind: Any = np.int64) -> Whole:
        """The sum over each run."""
        return self._reduced(np.add, values, dtype=kind)

    def some(self, where: Truths) -> Truths:
        """Whether any row of the run."""
        return np.asarray(self._reduced(np.logical_or, where), dtype=np.bool_)

    def most(self, values: Whole, where: Truths | None = None, otherwise: int = 0) -> Whole:
        """The greatest value of each run among those rows; `otherwise` where there are none."""
        if where is None:
            return self._reduced(np.maximum, values)
        wider = WIDER.get(values.dtype.itemsize, np.int64)
        least = np.iinfo(wider).min
        found = self._reduced(np.maximum, np.where(where, values.astype(wider), wider(least)))
        return np.where(found == least, otherwise, found)

    def latest(self, days: Whole, where: Truths | None = None) -> NDArray[np.int64]:
        """The row with the greatest day in each run, the last of those alike; `NONE` of none."""
        dated = self._dated(days)
        if where is not None:
            dated[~where] = LEAST
        found = self._reduced(np.maximum, dated)
        return np.where(found == LEAST, NONE, found & ROW)

    def earliest(self, days: Whole, where: Truths) -> NDArray[np.int64]:
        """The row with the least day in each run, the first of those alike; `NONE` of none."""
        dated = self._dated(days)
        dated[~where] = GREATEST
        found = self._reduced(np.minimum, dated)
        return np.where(found == GREATEST, NONE, found & ROW)

    def _dated(self, days: Whole) -> NDArray[np.int64]:
        """Day and row in one number, so that one pass finds both."""
        return days.astype(np.int64) << ROW_BITS | np.arange(self.size, dtype=np.int64)

    def _reduced(self, how: Any, values: Whole, **options: Any) -> Whole:
        if not len(self.starts):
            return np.zeros(0, dtype=options.get("dtype", values.dtype))
        return np.asarray(how.reduceat(values, self.starts, **options))
