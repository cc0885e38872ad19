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
    NEVER,
    SHOWS,
    WAITING,
    Layout,
)

F = TypeVar("F", bound=Callable[..., Any])
# No wheel for the platform: `oracle` sweeps, and ways are read off more slowly.
IS_COMPILED = find_spec("numba") is not None
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
    """State × goal: the least of moves and half-years; `NEVER` or more where none leads there.

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
        start = ground.blocks[block, BASE]
        for state in range(ground.blocks[block + 1, BASE] - 1, start - 1, -1):
            clocks = _clocks(ground.blocks[block], state - start)
            least = found[state]
            later = _state(ground, block, _half_a_year_on(clocks))
            for goal in range(goals):
                least[goal] = never if later == state else found[later, goal] + tick
            _leave(ground, block, clocks, (weights, is_useful), found, least)
            for goal in range(goals):
                if reached[block, goal]:
                    least[goal] = 0


@_compiled
def _leave(ground: Any, block: Any, clocks: Any, exits: Any, found: Any, least: Any) -> None:
    """Lower what is least by every exit that is open."""
    weights, is_useful = exits
    for way in range(ground.blocks[block, FIRST], ground.blocks[block + 1, FIRST]):
        if is_useful[way] and _is_open(ground.exits[way], clocks):
            after = _state(ground, ground.exits[way, LEADS_TO], _taken(ground, way, clocks))
            for goal in range(least.shape[0]):
                least[goal] = min(least[goal], found[after, goal] + weights[way])


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
        and _is_open(ground.exits[one], ground.exits[other])
    )


@_compiled
def follow(ground: Any, weights: Any, reached: Any, found: Any, here: Any, told: Any) -> int:
    """Write a least way into `told`, exits and `WAITING` half-years; returns how many steps.

    `here` is the block one stands in and what the clocks show.
    """
    block, clocks = here
    steps = 0
    while not reached[block] and steps < told.shape[0]:
        taken = _next(ground, weights, found, block, clocks)
        told[steps] = taken
        steps += 1
        if taken == WAITING:
            clocks = _half_a_year_on(clocks)
        else:
            clocks = _taken(ground, taken, clocks)
            block = ground.exits[taken, LEADS_TO]
    return steps


@_compiled
def _next(ground: Any, weights: Any, found: Any, block: Any, clocks: Any) -> Any:
    """The first exit on a least way, or `WAITING`."""
    least = found[_state(ground, block, clocks)]
    for way in range(ground.blocks[block, FIRST], ground.blocks[block + 1, FIRST]):
        if _is_open(ground.exits[way], clocks):
            after = _state(ground, ground.exits[way, LEADS_TO], _taken(ground, way, clocks))
            if found[after] + weights[way] == least:
                return way
    return WAITING


@_compiled
def _clocks(longest: Any, place: Any) -> Any:
    rest, three = divmod(place, longest[3] + 1)
    rest, two = divmod(rest, longest[2] + 1)
    worked, one = divmod(rest, longest[1] + 1)
    return worked, one, two, three


@_compiled
def _state(ground: Any, block: Any, clocks: Any) -> Any:
    longest = ground.blocks[block]
    place = min(clocks[0], longest[0])
    place = place * (longest[1] + 1) + min(clocks[1], longest[1])
    place = place * (longest[2] + 1) + min(clocks[2], longest[2])
    return ground.blocks[block, BASE] + place * (longest[3] + 1) + min(clocks[3], longest[3])


@_compiled
def _is_open(asks: Any, clocks: Any) -> Any:
    return (
        (clocks[0] >= asks[0])
        & (clocks[1] >= asks[1])
        & (clocks[2] >= asks[2])
        & (clocks[3] >= asks[3])
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
