"""What `sweep` finds, block by block in NumPy: its fallback, and what it is held against."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.pathways.layout import (
    ANEW,
    CLOCKS,
    FIRST,
    LEADS_TO,
    LOST,
    NEVER,
    SHOWS,
    THERE,
    Layout,
)

Where = tuple[slice, ...]


def sweep(
    layout: Layout, reached: NDArray[np.bool_], weights: NDArray[Any], tick: int
) -> NDArray[Any]:
    """The same as the compiled one, to the last bit where a way leads there."""
    found = np.empty((layout.states, reached.shape[1]), weights.dtype)
    for block in range(len(layout.rungs) - 1, -1, -1):
        here = _block(layout, found, block)
        here[...] = NEVER[weights.dtype]
        for way in _exits(layout, block):
            is_open, behind = _through(layout, block, way)
            past = _more(found[behind], weights[layout.ground.moves[way]])
            here[is_open] = np.minimum(here[is_open], past)
        here[..., reached[block]] = 0
        later = _later(here.shape[:-1])
        for _ in range(max(here.shape[:-1]) - 1):
            np.minimum(here, _more(here[later], weights.dtype.type(tick)), out=here)
        here[..., reached[block]] = 0
    return found


def point(
    layout: Layout, reached: NDArray[np.bool_], weights: NDArray[Any], least: NDArray[Any]
) -> NDArray[np.int32]:
    """The same as the compiled one, to the last bit."""
    signs = np.array([np.full(layout.states, LOST), np.arange(layout.states)], np.int32)
    for block in range(len(layout.rungs) - 1, -1, -1):
        sign, lead = (_block(layout, column, block) for column in signs)
        if reached[block]:
            sign[...] = THERE
            continue
        for way in _exits(layout, block):
            is_open, behind = _through(layout, block, way)
            here, weight = _block(layout, least, block)[is_open], weights[layout.ground.moves[way]]
            fits = (here < NEVER[weights.dtype] // 2) & (least[behind] + weight == here)
            fits &= sign[is_open] == LOST
            sign[is_open][fits] = layout.ground.moves[way] * layout.waits
            lead[is_open][fits] = behind[fits]
        _wait(sign, lead, _block(layout, least, block) < NEVER[weights.dtype] // 2)
    return signs


def _more(found: NDArray[Any], weight: Any) -> NDArray[Any]:
    """The sum, and no more than `NEVER`, which the smallest of types could not hold."""
    sums: NDArray[Any] = np.minimum(found, NEVER[found.dtype] - max(weight, 0)) + weight
    return sums


def _wait(sign: NDArray[np.int32], lead: NDArray[np.int32], is_led: NDArray[np.bool_]) -> None:
    """Whoever is led somewhere, but by no exit yet, waits for the sign of half a year later."""
    later = _later(sign.shape)
    for _ in range(max(sign.shape) - 1):
        waits = is_led & (sign == LOST) & (sign[later] != LOST)
        sign[waits], lead[waits] = sign[later][waits] + 1, lead[later][waits]


def _block(layout: Layout, found: NDArray[Any], block: int) -> NDArray[Any]:
    """The states of one block, clock by clock, and goals where there are several; a view."""
    start, end = layout.ground.base[block : block + 2]
    return found[start:end].reshape(*(layout.ground.longest[block] + 1), *found.shape[1:])


def _exits(layout: Layout, block: int) -> range:
    return range(*layout.ground.blocks[block : block + 2, FIRST])


def _through(layout: Layout, block: int, way: int) -> tuple[Where, NDArray[np.int64]]:
    """Where in a block an exit is open, and the states behind it."""
    ground = layout.ground
    asks, longest = ground.exits[way, :CLOCKS], ground.longest[block]
    there = int(ground.exits[way, LEADS_TO])
    clocks = [np.arange(ask, most + 1) for ask, most in zip(asks, longest, strict=True)]
    anew = int(ground.exits[way, ANEW])
    clocks[anew] = np.full_like(clocks[anew], ground.exits[way, SHOWS])
    shown = [np.minimum(c, most) for c, most in zip(clocks, ground.longest[there], strict=True)]
    behind = _block(layout, np.arange(layout.states), there)[np.ix_(*shown)]
    return tuple(slice(ask, None) for ask in asks), behind


def _later(sizes: tuple[int, ...]) -> tuple[NDArray[np.int64], ...]:
    """Where each reading of the clocks is half a year on; the last stays."""
    return np.ix_(*(np.minimum(np.arange(size) + 1, size - 1) for size in sizes))
