"""The same landscape as a plain graph: states, moves that take no time, half-years."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.pathways.layout import ANEW, CLOCKS, FIRST, LEADS_TO, SHOWS, Layout

Ints = NDArray[np.int64]
Edges = Ints  # from, to, half-years


def edges(layout: Layout) -> Edges:
    """Every move and every half-year, block by block, from the clocks as one reads them."""
    parts = (part for block in range(len(layout.rungs)) for part in _out(layout, block))
    return np.concatenate(list(parts))


def _out(layout: Layout, block: int) -> Iterator[Edges]:
    ground = layout.ground
    clocks = np.indices(ground.longest[block] + 1).reshape(CLOCKS, -1).T
    here = ground.base[block] + np.arange(len(clocks))
    later = _states(layout, block, clocks + 1)
    yield _told(here, later, 1)[later != here]
    for way in range(*ground.blocks[block : block + 2, FIRST]):
        is_open = (clocks >= ground.exits[way, :CLOCKS]).all(axis=1)
        after = clocks[is_open].copy()
        after[:, ground.exits[way, ANEW]] = ground.exits[way, SHOWS]
        yield _told(here[is_open], _states(layout, ground.exits[way, LEADS_TO], after), 0)


def _states(layout: Layout, block: int, clocks: Ints) -> Ints:
    """The states of a block with these clocks, a row each."""
    longest = layout.ground.longest[block]
    place = np.ravel_multi_index(tuple(np.minimum(clocks, longest).T), tuple(longest + 1))
    states: Ints = layout.ground.base[block] + place
    return states


def _told(here: Ints, there: Ints, weight: int) -> Edges:
    return np.column_stack([here, there, np.full(len(here), weight)])
