"""Tables of counts of persons: small cells hidden, also from whoever adds and subtracts.

Basis: as in `disclosure`.  What is hidden cannot be worked out from what is shown, neither down a
column, where the whole is the sum of the rows, nor along a row, where some columns add up to
others; what a reader may guess from bounds is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

WHOLE = ""  # the row that all others add up to
ZERO = 1e-9

Row = Mapping[str, int]
Cell = tuple[str, str]  # row, column


@dataclass(frozen=True, slots=True)
class Sum:
    """Columns of which one row's `parts` less its `taken` come to its `makes`."""

    parts: tuple[str, ...]
    taken: tuple[str, ...]
    makes: str


@dataclass(frozen=True, slots=True)
class _Equation:
    """Cells that settle one another, with their signs; the `spared` are hidden last."""

    cells: Mapping[Cell, int]
    spared: frozenset[Cell]

    def is_few(self, counts: Mapping[Cell, int], hidden: set[Cell], minimum: int) -> bool:
        """Down a column whose whole is shown, what is hidden comes to less than the minimum."""
        down = all(row == WHOLE for row, _ in self.spared)
        if not down or self.spared & hidden:
            return False
        return 0 < sum(counts[cell] for cell in self.cells if cell in hidden) < minimum


def disclose_table(
    rows: Mapping[str, Row], whole: Row, *, minimum: int, sums: Sequence[Sum] = ()
) -> dict[str, dict[str, int | None]]:
    """The table with `WHOLE` as one more row; None is a cell that is hidden.

    A zero tells nothing about anybody and stays, unless it gives away what is hidden beside it.

    >>> disclose_table({"a": {"n": 3}, "b": {"n": 9}, "c": {"n": 20}}, {"n": 32}, minimum=5)
    {'a': {'n': None}, 'b': {'n': None}, 'c': {'n': 20}, '': {'n': 32}}
    """
    every = {**rows, WHOLE: whole}
    counts = {(row, column): n for row, told in every.items() for column, n in told.items()}
    equations = [*_down(rows, whole), *_along(every, sums)]
    hidden = {cell for cell, count in counts.items() if 0 < count < minimum}
    while more := _one_more(counts, equations, hidden, minimum):
        hidden.add(more)
    return {
        row: {column: None if (row, column) in hidden else n for column, n in told.items()}
        for row, told in every.items()
    }


def _down(rows: Mapping[str, Row], whole: Row) -> Iterator[_Equation]:
    for column in whole if rows else ():
        cells = {(row, column): 1 for row in rows}
        yield _Equation({**cells, (WHOLE, column): -1}, frozenset({(WHOLE, column)}))


def _along(rows: Mapping[str, Row], sums: Sequence[Sum]) -> Iterator[_Equation]:
    for row in rows:
        for one in sums:
            cells = {
                **{(row, part): 1 for part in one.parts},
                **{(row, part): -1 for part in one.taken},
                (row, one.makes): -1,
            }
            yield _Equation(cells, frozenset((row, part) for part in one.parts + one.taken))


def _one_more(
    counts: Mapping[Cell, int],
    equations: Sequence[_Equation],
    hidden: set[Cell],
    minimum: int,
) -> Cell | None:
    """A cell that must be hidden, too; None once nothing hidden can be worked out."""
    worked_out = set(_worked_out(equations, hidden))
    for equation in equations:
        few = equation.is_few(counts, hidden, minimum)
        if few or worked_out & equation.cells.keys():
            shown = [cell for cell in equation.cells if counts[cell] and cell not in hidden]
            if shown:
                return min(shown, key=lambda cell: (cell in equation.spared, counts[cell]))
    return next(_zeros_beside(worked_out, equations, hidden), None)


def _zeros_beside(
    worked_out: set[Cell], equations: Sequence[_Equation], hidden: set[Cell]
) -> Iterator[Cell]:
    """What is left to hide where a hidden cell stands among zeros alone."""
    for equation in equations:
        if worked_out & equation.cells.keys():
            yield from (cell for cell in equation.cells if cell not in hidden)


def _worked_out(equations: Sequence[_Equation], hidden: Iterable[Cell]) -> Iterator[Cell]:
    """The hidden cells that have one value only, given all that is shown."""
    cells = sorted(hidden)
    lines = [[equation.cells.get(cell, 0) for cell in cells] for equation in equations]
    if not cells or not lines:
        return
    _u, sizes, directions = np.linalg.svd(np.array(lines, dtype=float))
    rank = int((sizes > ZERO).sum())
    free = np.abs(directions[rank:]).max(axis=0, initial=0)  # how far each may move unseen
    yield from (cell for cell, moves in zip(cells, free, strict=True) if moves < ZERO)
