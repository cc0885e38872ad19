"""The least of every state in one sweep, compiled; `oracle` says the same in NumPy.

Moves lead to blocks behind, half-years to states behind in the block: whoever comes from the last
state to the first has every successor's answer already.  This is breadth-first search backwards
from the goal without a queue, for all goals in one pass and for any weights.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.pathways.layout import (
    ANEW,
    BASE,
    FIRST,
    LEADS_TO,
    LOST,
    MOVE,
    NEVER,
    SHOWS,
    THERE,
    Layout,
)

F = TypeVar("F", bound=Callable[..., Any])
IS_COMPILED = find_spec("numba") is not None  # else no wheel for the platform: `oracle` it is
ONE, TWO, THREE = 1, 2, 3  # the clocks of the tracks; before them that of all work


def _compiled(function: F) -> F:
    """Compiled at the first call, and kept for the next process where there is a place for it."""
    if not IS_COMPILED:
        return function
    import numba

    try:
        fast: Any = numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # neither beside the source nor at home may anything be written
        fast = numba.njit(nogil=True)(function)
    compiled: F = fast
    return compiled


def sweep(
    layout: Layout, reached: NDArray[np.bool_], weights: NDArray[Any], tick: int
) -> NDArray[Any]:
    """State × goal: the least of moves and half-years, or about `NEVER` where none leads there.

    `reached` is block × goal; `weights`, one for each move, are of the type that is wanted.
    """
    kind = weights.dtype.type
    found = np.empty((layout.states, reached.shape[1]), weights.dtype)
    weighed = weights[layout.ground.moves]
    _sweep(layout.ground, weighed, kind(tick), kind(NEVER[weights.dtype]), reached, found)
    return found


@_compiled
def _sweep(ground: Any, weights: Any, tick: Any, never: Any, reached: Any, found: Any) -> None:
    goals = found.shape[1]
    is_useful = _useful(ground, weights)
    for block in range(ground.blocks.shape[0] - 2, -1, -1):
        clocks = _last(ground, block)
        for state in range(ground.blocks[block + 1, BASE] - 1, ground.blocks[block, BASE] - 1, -1):
            later = _state(ground, block, _half_a_year_on(clocks))
            for goal in range(goals):
                after = found[later, goal] + tick
                found[state, goal] = never if later == state else min(after, never)
            _leave(ground, block, clocks, (weights, is_useful), found, state)
            for goal in range(goals):
                if reached[block, goal]:
                    found[state, goal] = 0
            clocks = _before(ground, block, clocks)


@_compiled
def _leave(ground: Any, block: Any, clocks: Any, exits: Any, found: Any, state: Any) -> None:
    """Lower what is least by every exit that is open."""
    weights, is_useful = exits
    for way in range(ground.blocks[block, FIRST], ground.blocks[block + 1, FIRST]):
        if is_useful[way] and _is_open(ground, way, clocks):
            after = _state(ground, ground.exits[way, LEADS_TO], _taken(ground, way, clocks))
            for goal in range(found.shape[1]):
                found[state, goal] = min(found[state, goal], found[after, goal] + weights[way])


@_compiled
def _useful(ground: Any, weights: Any) -> Any:
    """Exit → whether no other leads to the same place, asks no more of any clock, weighs no more.

    Of two alike the first is kept.
    """
    useful = np.ones(weights.shape[0], np.bool_)
    for block in range(ground.blocks.shape[0] - 1):
        for way in range(ground.blocks[block, FIRST], ground.blocks[block + 1, FIRST]):
            for other in range(ground.blocks[block, FIRST], ground.blocks[block + 1, FIRST]):
                if other != way and useful[other] and _is_no_worse(ground, weights, other, way):
                    useful[way] = False
    return useful


@_compiled
def _is_no_worse(ground: Any, weights: Any, one: Any, other: Any) -> Any:
    return (
        ground.exits[one, LEADS_TO] == ground.exits[other, LEADS_TO]
        and ground.exits[one, SHOWS] >= ground.exits[other, SHOWS]
        and weights[one] <= weights[other]
        and _is_open(ground, one, ground.exits[other])
    )


def point(
    layout: Layout, reached: NDArray[np.bool_], weights: NDArray[Any], least: NDArray[Any]
) -> NDArray[np.int32]:
    """Of every state the sign and where it leads, once `least` is swept to this one goal.

    A sign is `THERE`, `LOST`, or the move with the half-years before it: move × `waits` + wait.
    """
    signs = np.empty((2, layout.states), np.int32)
    weighed, out = weights[layout.ground.moves], NEVER[weights.dtype] // 2
    # One shape of arrays, whether the goal was swept alone or with others: compiled once.
    reached, least = np.ascontiguousarray(reached), np.ascontiguousarray(least)
    _point(layout.ground, (weighed, layout.waits, out), reached, least, signs)
    return signs


@_compiled
def _point(ground: Any, counted: Any, reached: Any, least: Any, signs: Any) -> None:
    weights, waits, out = counted
    for block in range(ground.blocks.shape[0] - 2, -1, -1):
        clocks = _last(ground, block)
        for state in range(ground.blocks[block + 1, BASE] - 1, ground.blocks[block, BASE] - 1, -1):
            signs[1, state] = state
            if reached[block]:
                signs[0, state] = THERE
            elif least[state] >= out:
                signs[0, state] = LOST
            else:
                way, after = _next(ground, weights, least, block, clocks)
                made = ground.exits[way, MOVE] * waits
                signs[0, state] = made if way >= 0 else signs[0, after] + 1
                signs[1, state] = after if way >= 0 else signs[1, after]
            clocks = _before(ground, block, clocks)


@_compiled
def _next(ground: Any, weights: Any, found: Any, block: Any, clocks: Any) -> Any:
    """The first exit on a least way, or -1 for half a year; and the state behind either."""
    least = found[_state(ground, block, clocks)]
    for way in range(ground.blocks[block, FIRST], ground.blocks[block + 1, FIRST]):
        if _is_open(ground, way, clocks):
            after = _state(ground, ground.exits[way, LEADS_TO], _taken(ground, way, clocks))
            if found[after] + weights[way] == least:
                return way, after
    return -1, _state(ground, block, _half_a_year_on(clocks))


@_compiled
def _last(ground: Any, block: Any) -> Any:
    """The clocks in the last state of a block."""
    longest = ground.blocks
    return longest[block, 0], longest[block, ONE], longest[block, TWO], longest[block, THREE]


@_compiled
def _before(ground: Any, block: Any, clocks: Any) -> Any:
    """The clocks in the state before."""
    worked, one, two, three = clocks
    longest = ground.blocks
    if three > 0:
        return worked, one, two, three - 1
    if two > 0:
        return worked, one, two - 1, longest[block, THREE]
    if one > 0:
        return worked, one - 1, longest[block, TWO], longest[block, THREE]
    return worked - 1, longest[block, ONE], longest[block, TWO], longest[block, THREE]


@_compiled
def _state(ground: Any, block: Any, clocks: Any) -> Any:
    blocks = ground.blocks  # read number by number: a row of its own would be counted each time
    place = min(clocks[0], blocks[block, 0])
    place = place * (blocks[block, 1] + 1) + min(clocks[1], blocks[block, 1])
    place = place * (blocks[block, 2] + 1) + min(clocks[2], blocks[block, 2])
    place = place * (blocks[block, 3] + 1) + min(clocks[3], blocks[block, 3])
    return blocks[block, BASE] + place


@_compiled
def _is_open(ground: Any, way: Any, clocks: Any) -> Any:
    exits = ground.exits
    return (
        (clocks[0] >= exits[way, 0])
        & (clocks[1] >= exits[way, 1])
        & (clocks[2] >= exits[way, 2])
        & (clocks[3] >= exits[way, 3])
    )


@_compiled
def _half_a_year_on(clocks: Any) -> Any:
    return clocks[0] + 1, clocks[1] + 1, clocks[2] + 1, clocks[3] + 1


@_compiled
def _taken(ground: Any, way: Any, clocks: Any) -> Any:
    anew, shows = ground.exits[way, ANEW], ground.exits[way, SHOWS]
    return (
        clocks[0],
        shows if anew == ONE else clocks[ONE],
        shows if anew == TWO else clocks[TWO],
        shows if anew == THREE else clocks[THREE],
    )
