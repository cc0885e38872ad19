"""Working out plain trees by NumPy, one array a node, over some rows of a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import NOBODY, Column, Frame, Town

Array = NDArray[Any]
Worked = dict[p.Plain, Any]
COMPARE = {
    "<=": np.less_equal, "<": np.less, ">=": np.greater_equal, ">": np.greater,
    "==": np.equal, "!=": np.not_equal,
}  # fmt: skip

TOGETHER: dict[type[p.Plain], Callable[..., Any]] = {
    p.Sum: np.add, p.Difference: np.subtract, p.Product: np.multiply, p.Least: np.minimum,
    p.Greatest: np.maximum, p.Pick: np.where, p.Not: np.logical_not, p.Both: np.logical_and,
    p.Either: np.logical_or,
}  # fmt: skip


class Rows:
    """The facts of rows `start` up to `stop` of a frame, and of what they belong to."""

    def __init__(
        self, town: Town, frame: Frame, extra: Mapping[str, Column], start: int, stop: int
    ) -> None:
        self.town, self.frame, self.extra = town, frame, extra
        self.start, self.stop = start, stop

    @property
    def size(self) -> int:
        return self.stop - self.start

    def number(self, key: str, via: str) -> Array:
        """The fact as 64-bit numbers; 0 of nobody."""
        return self._taken(self._column(key, via).values, via, 0).astype(np.int64)

    def known(self, key: str, via: str) -> Array:
        """Where it is known; of nobody nothing is."""
        known = self._column(key, via).known
        if known is None:
            return self.belongs(via) if via else np.ones(self.size, np.bool_)
        return self._taken(known, via, False)

    def belongs(self, via: str) -> Array:
        owners: Array = self.frame.joins[via][self.start : self.stop] != NOBODY
        return owners

    def _column(self, key: str, via: str) -> Column:
        if via:
            return self.town.frame(via).columns[key]
        return self.extra.get(key) or self.frame.columns[key]

    def _taken(self, values: Array, via: str, of_nobody: int) -> Array:
        if not via:
            return values[self.start : self.stop]
        owners = self.frame.joins[via][self.start : self.stop]
        if not len(values):
            return np.full(self.size, of_nobody, values.dtype)
        taken: Array = values[owners]  # NOBODY takes the last, and is set right below
        return np.where(owners == NOBODY, values.dtype.type(of_nobody), taken)


class Evaluation:
    """Trees worked out over some rows, each node once."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self._worked: Worked = {}

    def of(self, root: p.Plain) -> Array:
        """The value of a tree in every row."""
        for node in p.in_order([root]):
            if node not in self._worked:
                self._worked[node] = self._work_out(node)
        return np.broadcast_to(self._worked[root], (self.rows.size,))

    def _work_out(self, node: p.Plain) -> Any:
        match node:
            case p.Whole(value):
                return np.int64(value)
            case p.Always(value):
                return np.bool_(value)
            case p.Of(key, via):
                return self.rows.number(key, via)
            case p.Yes(key, via):
                return self.rows.number(key, via) != 0
            case p.Known(key, via):
                return self.rows.known(key, via)
            case p.Belongs(via):
                return self.rows.belongs(via)
        return self._combined(node, [self._worked[part] for part in node.parts])

    def _combined(self, node: p.Plain, parts: list[Any]) -> Any:
        if (work := TOGETHER.get(type(node))) is not None:
            return work(*parts)
        match node:
            case p.Quotient(by=by):
                return parts[0] // by
            case p.Lookup(values=values):
                return np.array(values, np.int64)[parts[0]]
            case p.Compare(sign):
                return COMPARE[sign](*parts)
            case p.OneOf(options=options):
                return np.isin(parts[0], options)
        raise Broken(f"NumPy has no form for {node!r}.")


def evaluated(
    roots: Iterable[p.Plain], town: Town, frame: Frame, extra: Mapping[str, Column]
) -> list[Array]:
    """Some trees over a whole frame at once."""
    evaluation = Evaluation(Rows(town, frame, extra, 0, frame.size))
    return [evaluation.of(root) for root in roots]
