"""What `sweep` finds, block by block in NumPy: its fallback, and what it is held against."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.pathways.layout import ANEW, CLOCKS, FIRST, LEADS_TO, NEVER, SHOWS, Layout


def sweep(
    layout: Layout, reached: NDArray[np.bool_], weights: NDArray[Any], tick: int
) -> NDArray[Any]:
    """The same as the compiled one, to the last bit where a way leads there."""
    found = np.empty((layout.states, reached.shape[1]), weights.dtype)
    for block in range(len(layout.rungs) - 1, -1, -1):
        here = _block(layout, found, block)
        here[...] = NEVER[weights.dtype]
        for way in range(*layout.ground.blocks[block : block + 2, FIRST]):
            _take(layout, found, block, way, weights)
        here[..., reached[block]] = 0
        later = np.ix_(*(_later(size) for size in here.shape[:-1]))
        for _ in range(max(here.shape[:-1]) - 1):
            np.minimum(here, here[later] + weights.dtype.type(tick), out=here)
        here[..., reached[block]] = 0
    return found


def _block(layout: Layout, found: NDArray[Any], block: int) -> NDArray[Any]:
    """The states of one block, clock by clock; a view."""
    start, end = layout.ground.base[block : block + 2]
    return found[start:end].reshape(*(layout.ground.longest[block] + 1), -1)


def _take(layout: Layout, found: NDArray[Any], block: int, way: int, weights: NDArray[Any]) -> None:
    """The states from which an exit is open are no further than where it leads."""
    ground = layout.ground
    asks, longest = ground.exits[way, :CLOCKS], ground.longest[block]
    if (asks > longest).any():
        return
    there = int(ground.exits[way, LEADS_TO])
    open_ = _block(layout, found, block)[tuple(slice(ask, None) for ask in asks)]
    clocks = [np.arange(ask, most + 1) for ask, most in zip(asks, longest, strict=True)]
    anew = int(ground.exits[way, ANEW])
    clocks[anew] = np.full_like(clocks[anew], ground.exits[way, SHOWS])
    shown = [np.minimum(c, most) for c, most in zip(clocks, ground.longest[there], strict=True)]
    behind = _block(layout, found, there)[np.ix_(*shown)]
    np.minimum(open_, behind + weights[ground.moves[way]], out=open_)


def _later(size: int) -> NDArray[np.int64]:
    """Where each reading of a clock is half a year on; the last stays."""
    return np.minimum(np.arange(size) + 1, size - 1)
