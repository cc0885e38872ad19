"""Rows that lie together because they belong to the same one, and what they come to for each.

A certificate event lies beside the others of its worker, so that ten million of them become a row
a worker in one pass over each column.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[Any]
Truths = NDArray[np.bool_]
NONE = -1  # in place of a row: there is none


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
        return self.total(where.view(np.int8), np.int32)

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
        low = np.iinfo(values.dtype).min
        found = self._reduced(np.maximum, np.where(where, values, low))
        return np.where(self.some(where), found, np.asarray(otherwise, dtype=values.dtype))

    def latest(self, days: Whole, where: Truths | None = None) -> NDArray[np.int64]:
        """The row with the greatest day in each run, the last of those alike; `NONE` of none."""
        ours = days == self.spread(self.most(days, where))
        if where is not None:
            ours &= where
        rows = np.where(ours, np.arange(self.size, dtype=np.int64), NONE)
        return self._reduced(np.maximum, rows)

    def earliest(self, days: Whole, where: Truths) -> NDArray[np.int64]:
        """The row with the least day in each run, the first of those alike; `NONE` of none."""
        least = self._reduced(np.minimum, np.where(where, days, np.iinfo(days.dtype).max))
        ours = where & (days == self.spread(least))
        rows = np.where(ours, np.arange(self.size, dtype=np.int64), self.size)
        first = self._reduced(np.minimum, rows)
        return np.where(first == self.size, NONE, first)

    def _reduced(self, how: Any, values: Whole, **options: Any) -> Whole:
        if not len(self.starts):
            return np.zeros(0, dtype=options.get("dtype", values.dtype))
        return np.asarray(how.reduceat(values, self.starts, **options))
