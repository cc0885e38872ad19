"""Everything worked out of one landscape: how long it takes from anywhere, and the way itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.pathways import oracle
from gongtu.engines.pathways.declare import Goal, Landscape, Move
from gongtu.engines.pathways.layout import NEVER, Layout, lay_out
from gongtu.engines.pathways.sweep import IS_COMPILED, WAITING, follow
from gongtu.engines.pathways.sweep import sweep as compiled

sweep = compiled if IS_COMPILED else oracle.sweep
OUT_OF_REACH = 255  # in a table of times
LONGEST = 400  # steps of a way, half-years among them
KEPT = 48  # tables, the oldest given up first


@dataclass(frozen=True, slots=True)
class Measure:
    """What one counts: of each move, and of each half-year; sums stay below `span`, both ways."""

    moves: tuple[int, ...]
    tick: int
    span: int


def first_of_all(*measures: Measure) -> Measure:
    """The first measure; where it is equal, the second, and so on."""
    moves, tick, span = [0] * len(measures[0].moves), 0, 1
    for measure in reversed(measures):
        moves = [total + own * span for total, own in zip(moves, measure.moves, strict=True)]
        tick, span = tick + measure.tick * span, span * 2 * measure.span
    return Measure(tuple(moves), tick, span)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where somebody stands: the rung on each track, and clocks in full half-years.

    The first clock is of the time worked in all, then one for each track.
    """

    rungs: Mapping[str, str]
    clocks: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Step:
    """A move, and the half-years that pass before it."""

    move: Move
    waited: int


@dataclass(eq=False)
class Atlas:
    """A landscape laid out, with the tables asked of it so far."""

    landscape: Landscape
    layout: Layout = field(init=False)
    _tables: dict[Any, NDArray[np.int64]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.layout = lay_out(self.landscape)

    def times(self, goals: Sequence[Goal]) -> NDArray[np.uint8]:
        """State × goal: the half-years it takes at least, or `OUT_OF_REACH`."""
        reached = np.stack([self.layout.reaching(goal) for goal in goals], axis=1)
        nothing = np.zeros(len(self.landscape.moves), np.int16)
        found = np.minimum(sweep(self.layout, reached, nothing, 1), OUT_OF_REACH)
        times: NDArray[np.uint8] = found.astype(np.uint8)
        return times

    def way(self, goal: Goal, measure: Measure, stand: Stand) -> tuple[Step, ...] | None:
        """The least way from there; None where there is none, nothing where one is there."""
        reached = self.layout.reaching(goal)
        table = self._table(goal, measure)
        if table[self.layout.state_of(stand.rungs, stand.clocks)] >= NEVER[table.dtype] // 2:
            return None
        ground, told = self.layout.ground, np.empty(LONGEST, np.int64)
        weights = np.array(measure.moves, np.int64)[ground.moves]
        block = self.layout.block_of(stand.rungs)
        steps = follow(ground, weights, reached, table, (block, stand.clocks), told)
        return tuple(self._steps(told[:steps]))

    def prepare(self, goals: Sequence[Goal], measure: Measure) -> None:
        """Fill the tables of several goals in one sweep."""
        wanted = {key: goal for goal in goals if (key := _key(goal, measure)) not in self._tables}
        if not wanted:
            return
        reached = np.stack([self.layout.reaching(goal) for goal in wanted.values()], axis=1)
        found = sweep(self.layout, reached, np.array(measure.moves, np.int64), measure.tick)
        for number, key in enumerate(wanted):
            self._tables[key] = np.ascontiguousarray(found[:, number])
        while len(self._tables) > KEPT:
            del self._tables[next(iter(self._tables))]

    def _table(self, goal: Goal, measure: Measure) -> NDArray[np.int64]:
        self.prepare([goal], measure)
        return self._tables[_key(goal, measure)]

    def _steps(self, told: NDArray[np.int64]) -> list[Step]:
        steps, waited = [], 0
        for way in told:
            if way == WAITING:
                waited += 1
                continue
            steps.append(Step(self.landscape.moves[self.layout.ground.moves[way]], waited))
            waited = 0
        return steps


def _key(goal: Goal, measure: Measure) -> Any:
    return frozenset(goal.items()), measure
