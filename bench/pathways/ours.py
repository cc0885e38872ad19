"""Ours, asked the same: a way from a state, its length, and what the table of the city says."""

from __future__ import annotations

import numpy as np

from gongtu.engines.pathways.atlas import OUT_OF_REACH, Atlas, Measure
from gongtu.engines.pathways.compass import Stand
from gongtu.engines.pathways.declare import Goal
from gongtu.engines.pathways.layout import Layout

HALF_YEARS = 1 << 9


class Ours:
    """A way read off the signs to one goal: what the map of a person follows."""

    def __init__(self, atlas: Atlas, goal: Goal) -> None:
        measure = Measure((0,) * len(atlas.landscape.moves), 1, HALF_YEARS)
        self._times = atlas.times([goal])[:, 0]
        self.way = atlas.compass(goal, measure).way

    def length(self, stand: Stand) -> int | None:
        """The half-years of the way itself, added up."""
        way = self.way(stand)
        return None if way is None else sum(step.waited for step in way)

    def told(self, state: int) -> int | None:
        """What the table of all workers holds."""
        found = int(self._times[state])
        return None if found == OUT_OF_REACH else found


def stand_of(layout: Layout, state: int) -> Stand:
    """The rungs and clocks of a state."""
    block = int(np.searchsorted(layout.ground.base, state, side="right")) - 1
    rungs = {
        track.key: track.rungs[place]
        for track, place in zip(layout.landscape.tracks, layout.rungs[block], strict=True)
    }
    rest, clocks = state - int(layout.ground.base[block]), []
    for longest in reversed(layout.ground.longest[block].tolist()):
        rest, clock = divmod(rest, longest + 1)
        clocks.append(clock)
    three, two, one, worked = clocks
    return Stand(rungs, (worked, one, two, three))
