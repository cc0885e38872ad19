"""All that is worked out of one landscape: the time from anywhere, and what points the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.pathways import oracle
from gongtu.engines.pathways.compass import Compass, Stand, Step
from gongtu.engines.pathways.declare import Goal, Landscape, Move, Track
from gongtu.engines.pathways.layout import NEVER, Ints, Layout, lay_out

OUT_OF_REACH = NEVER[np.dtype(np.uint8)]  # in a table of times
KEPT = 48  # compasses, the oldest given up first


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


@dataclass(eq=False)
class Atlas:
    """A landscape laid out, with a compass for each goal and measure asked so far."""

    landscape: Landscape
    layout: Layout = field(init=False)
    _compasses: dict[Any, Compass] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.layout = lay_out(self.landscape)

    def times(self, goals: Sequence[Goal]) -> NDArray[np.uint8]:
        """State × goal: the half-years it takes at least, or `OUT_OF_REACH`."""
        reached = np.stack([self.layout.reaching(goal) for goal in goals], axis=1)
        nothing = np.zeros(len(self.landscape.moves), np.uint8)
        times: NDArray[np.uint8] = _engine().sweep(self.layout, reached, nothing, 1)
        return times

    def states(self, stands: Sequence[Stand]) -> Ints:
        """The state each stands in."""
        return np.array([self.layout.state_of(one.rungs, one.clocks) for one in stands], np.int64)

    def compass(self, goal: Goal, measure: Measure) -> Compass:
        """What points to that goal by what is least in that measure."""
        return self.compasses([goal], measure)[0]

    def compasses(self, goals: Sequence[Goal], measure: Measure) -> list[Compass]:
        """One for each goal; those not made yet are made together."""
        keys = [(frozenset(goal.items()), measure) for goal in goals]
        found = {key: self._compasses[key] for key in keys if key in self._compasses}
        missing = {key: goal for key, goal in zip(keys, goals, strict=True) if key not in found}
        if missing:
            made = dict(zip(missing, self._made(list(missing.values()), measure), strict=True))
            found |= made
            self._compasses |= made
        while len(self._compasses) > KEPT:
            del self._compasses[next(iter(self._compasses))]
        return [found[key] for key in keys]

    def _made(self, goals: Sequence[Goal], measure: Measure) -> list[Compass]:
        by, layout, waits = _engine(), self.layout, np.arange(self.layout.waits)
        reached = np.stack([layout.reaching(goal) for goal in goals], axis=1)
        moves = np.array(measure.moves, np.int64)
        least = by.sweep(layout, reached, moves, measure.tick)
        counts = np.add.outer(moves, measure.tick * waits).ravel()
        return [
            Compass(layout, self._steps, counts, by.point(layout, to, moves, far))
            for to, far in zip(reached.T, least.T, strict=True)
        ]

    @cached_property
    def _steps(self) -> list[Step]:
        """Every step there can be, by its number in a sign."""
        return [Step(move, w) for move in self.landscape.moves for w in range(self.layout.waits)]


def compile_ahead() -> None:
    """Have the compiler do its work and keep it, so that no reader waits for it."""
    first, second, third = (Track(key, ("", "further")) for key in ("one", "two", "three"))
    move = Move("on", first.key, frozenset({""}), "further")
    atlas = Atlas(Landscape((first, second, third), (move,)))
    stand = Stand({track.key: "" for track in atlas.landscape.tracks}, (0, 0, 0, 0))
    atlas.compass({first.key: frozenset({"further"})}, Measure((1,), 1, 2)).way(stand)


def _engine() -> ModuleType:
    """Loaded with the first question: the compiler alone takes a second to load."""
    from gongtu.engines.pathways import sweep

    return sweep if sweep.IS_COMPILED else oracle
