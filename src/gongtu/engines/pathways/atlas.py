"""Everything worked out of one landscape: how long it takes from anywhere, and the way itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.pathways import oracle
from gongtu.engines.pathways.declare import Goal, Landscape, Move, Track
from gongtu.engines.pathways.layout import CLOCKS, NEVER, WAITING, Layout, lay_out

OUT_OF_REACH = 255  # in a table of times
LONGEST = 400  # steps of a way, half-years among them
NO_WAY = NEVER[np.dtype(np.int64)] // 2
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


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What is least from every state, the weight of every exit, and where the goal is reached."""

    least: NDArray[np.int64]
    weights: NDArray[np.int64]
    reached: NDArray[np.bool_]


@dataclass(eq=False)
class Atlas:
    """A landscape laid out, with the tables asked of it so far."""

    landscape: Landscape
    layout: Layout = field(init=False)
    _tables: dict[Any, Table] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.layout = lay_out(self.landscape)

    def times(self, goals: Sequence[Goal]) -> NDArray[np.uint8]:
        """State × goal: the half-years it takes at least, or `OUT_OF_REACH`."""
        reached = np.stack([self.layout.reaching(goal) for goal in goals], axis=1)
        nothing = np.zeros(len(self.landscape.moves), np.int16)
        found = np.minimum(_sweep(self.layout, reached, nothing, 1), OUT_OF_REACH)
        times: NDArray[np.uint8] = found.astype(np.uint8)
        return times

    def least(
        self, goals: Sequence[Goal], measure: Measure, stands: Sequence[Stand]
    ) -> NDArray[np.int64]:
        """Stand × goal: what is least from each, all at once; `NO_WAY` or more where none is."""
        self.prepare(goals, measure)
        states = self.states(stands)
        tables = [self._table(goal, measure).least[states] for goal in goals]
        found: NDArray[np.int64] = np.stack(tables, axis=1)
        return found

    def states(self, stands: Sequence[Stand]) -> NDArray[np.int64]:
        """The state each stands in."""
        blocks = np.array([self.layout.block_of(one.rungs) for one in stands], np.int64)
        clocks = np.array([one.clocks for one in stands], np.int64).reshape(-1, CLOCKS)
        return self.layout.states_in(blocks, clocks)

    def way(self, goal: Goal, measure: Measure, stand: Stand) -> tuple[Step, ...] | None:
        """The least way from there; None where there is none, nothing where one is there."""
        table = self._table(goal, measure)
        block = self.layout.block_of(stand.rungs)
        if table.least[self.layout.state_in(block, stand.clocks)] >= NO_WAY:
            return None
        told, here = np.empty(LONGEST, np.int64), (block, stand.clocks)
        ground = self.layout.ground
        steps = _compiled().follow(ground, table.weights, table.reached, table.least, here, told)
        return tuple(self._steps(told[:steps].tolist()))

    def prepare(self, goals: Sequence[Goal], measure: Measure) -> None:
        """Fill the tables of several goals in one sweep."""
        kept = self._tables
        wanted = {key: goal for goal in goals if (key := (_key(goal), measure)) not in kept}
        if not wanted:
            return
        reached = np.stack([self.layout.reaching(goal) for goal in wanted.values()], axis=1)
        moves = np.array(measure.moves, np.int64)
        found = _sweep(self.layout, reached, moves, measure.tick)
        weights = moves[self.layout.ground.moves]
        for number, key in enumerate(wanted):
            kept[key] = Table(found[:, number].copy(), weights, reached[:, number].copy())
        while len(kept) > KEPT:
            del kept[next(iter(kept))]

    def _table(self, goal: Goal, measure: Measure) -> Table:
        key = (_key(goal), measure)
        if key not in self._tables:
            self.prepare([goal], measure)
        return self._tables[key]

    def _steps(self, told: Sequence[int]) -> list[Step]:
        steps: list[Step] = []
        waited = 0
        for way in told:
            if way == WAITING:
                waited += 1
                continue
            steps.append(Step(self.landscape.moves[self.layout.ground.moves[way]], waited))
            waited = 0
        return steps


def compile_ahead() -> None:
    """Have the compiler do its work and keep it, so that no reader waits for it."""
    first, second, third = (Track(key, ("", "further")) for key in ("one", "two", "three"))
    move = Move("on", first.key, frozenset({""}), "further")
    atlas = Atlas(Landscape((first, second, third), (move,)))
    stand = Stand({track.key: "" for track in atlas.landscape.tracks}, (0, 0, 0, 0))
    atlas.way({first.key: frozenset({"further"})}, Measure((1,), 1, 2), stand)


def _compiled() -> ModuleType:
    """Loaded with the first question: the compiler alone takes a second to load."""
    from gongtu.engines.pathways import sweep

    return sweep


def _sweep(
    layout: Layout, reached: NDArray[np.bool_], weights: NDArray[Any], tick: int
) -> NDArray[Any]:
    by = _compiled()
    found: NDArray[Any] = (by if by.IS_COMPILED else oracle).sweep(layout, reached, weights, tick)
    return found


def _key(goal: Goal) -> frozenset[Any]:
    return frozenset(goal.items())
