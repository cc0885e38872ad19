"""The ways to one goal from everywhere: at every state a sign with the next step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.pathways.declare import Move
from gongtu.engines.pathways.layout import LOST, NEVER, Ints, Layout

NO_WAY = NEVER[np.dtype(np.int64)] // 2


@dataclass(frozen=True, slots=True)
class Stand:
    """Where somebody stands: the rung on each track, and clocks in full half-years.

    The first clock is of the time worked in all, then one for each track.
    """

    rungs: Mapping[str, str]
    clocks: tuple[int, int, int, int]


class Step(NamedTuple):
    """A move, and the half-years that pass before it."""

    move: Move
    waited: int


class Compass:
    """Points from every state to one goal; whoever follows it makes a way that is least.

    A sign is the number of a step in `steps`, of which each counts what `counts` says, and `leads`
    is the state behind it; or the sign is `THERE` or `LOST`, and leads nowhere.
    """

    def __init__(
        self, layout: Layout, steps: Sequence[Step], counts: Ints, signs: NDArray[np.int32]
    ) -> None:
        self._layout, self._steps, self._counts = layout, steps, counts
        self._signs, self._leads = signs
        # Of one state at a time, a view tells a plain integer several times as fast as an array.
        self._sign, self._lead = (memoryview(column) for column in signs)

    def way(self, stand: Stand) -> tuple[Step, ...] | None:
        """The way from there; None where there is none, nothing where one is there."""
        sign, lead, steps = self._sign, self._lead, self._steps
        state = self._layout.state_of(stand.rungs, stand.clocks)
        way = []
        while (here := sign[state]) >= 0:
            way.append(steps[here])
            state = lead[state]
        return None if here == LOST else tuple(way)

    def least(self, states: Ints) -> Ints:
        """What is counted from each state on; `NO_WAY` where none leads to the goal."""
        least = np.where(self._signs[states] == LOST, NO_WAY, 0)
        while (here := self._signs[states]).max(initial=LOST) >= 0:
            least += np.where(here >= 0, self._counts[here], 0)
            states = self._leads[states]
        return least
