"""The least of every state in one sweep, compiled; `oracle` says the same in NumPy.

Moves lead to blocks behind, half-years to states behind in the block: whoever comes from the last
state to the first has every successor's answer already.  This is breadth-first search backwards
from the goal without a queue, for all goals in one pass and for any weights.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.pathways.layout import NEVER, Layout

try:
    import numba
except ImportError:  # no wheel for the platform: `oracle` sweeps, and ways are read off slower
    numba = None

F = TypeVar("F", bound=Callable[..., Any])
IS_COMPILED = numba is not None
WAITING = -1


def _compiled(function: F) -> F:
    """Compiled at the first call, and kept for the next process."""
    if numba is None:
        return function
    fast: F = numba.njit(cache=True, nogil=True)(function)
    return fast


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
    for block in range(ground.longest.shape[0] - 1, -1, -1):
        start = ground.base[block]
        for state in range(ground.base[block + 1] - 1, start - 1, -1):
            clocks = _clocks(ground.longest[block], state - start)
            least = found[state]
            later = _state(ground, block, _half_a_year_on(clocks))
            for goal in range(goals):
                least[goal] = never if later == state else found[later, goal] + tick
            for way in range(ground.first[block], ground.first[block + 1]):
                if _is_open(ground.asks[way], clocks):
                    after = _state(ground, ground.leads_to[way], _taken(ground, way, clocks))
                    for goal in range(goals):
                        least[goal] = min(least[goal], found[after, goal] + weights[way])
            for goal in range(goals):
                if reached[block, goal]:
                    least[goal] = 0


@_compiled
def follow(
    ground: Any, weights: Any, reached: Any, found: Any, block: Any, clocks: Any, told: Any
) -> int:
    """Write a least way into `told`, exits and `WAITING` half-years; returns how many steps."""
    steps = 0
    while not reached[block] and steps < told.shape[0]:
        least = found[_state(ground, block, clocks)]
        taken = WAITING
        for way in range(ground.first[block], ground.first[block + 1]):
            if _is_open(ground.asks[way], clocks):
                after = _state(ground, ground.leads_to[way], _taken(ground, way, clocks))
                if found[after] + weights[way] == least:
                    taken = way
                    break
        told[steps] = taken
        steps += 1
        if taken == WAITING:
            clocks = _half_a_year_on(clocks)
        else:
            clocks = _taken(ground, taken, clocks)
            block = ground.leads_to[taken]
    return steps


@_compiled
def _clocks(longest: Any, place: Any) -> Any:
    rest, three = divmod(place, longest[3] + 1)
    rest, two = divmod(rest, longest[2] + 1)
    worked, one = divmod(rest, longest[1] + 1)
    return worked, one, two, three


@_compiled
def _state(ground: Any, block: Any, clocks: Any) -> Any:
    longest = ground.longest[block]
    place = min(clocks[0], longest[0])
    place = place * (longest[1] + 1) + min(clocks[1], longest[1])
    place = place * (longest[2] + 1) + min(clocks[2], longest[2])
    return ground.base[block] + place * (longest[3] + 1) + min(clocks[3], longest[3])


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
    anew, shows = ground.restarts[way], ground.enters[way]
    return (
        clocks[0],
        shows if anew == 1 else clocks[1],
        shows if anew == 2 else clocks[2],  # noqa: PLR2004 - the clock of the second track
        shows if anew == 3 else clocks[3],  # noqa: PLR2004 - and of the third
    )
