"""States in the order of time: one block of clocks for each three rungs, and the moves out of it.

A clock runs no further than anything asks of it: what is past the longest count is all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.pathways.declare import Goal, Landscape

CLOCKS = 4  # worked in all, and on each track
COLUMNS = 5 + CLOCKS
NEVER = {np.dtype(np.int16): 30_000, np.dtype(np.int64): 1 << 60}
Ints = NDArray[np.int64]
Blocks = NDArray[np.bool_]


class Ground(NamedTuple):
    """Blocks of states and their exits, `first[block]` to `first[block + 1]`, as plain arrays."""

    longest: Ints  # block × clock
    base: Ints  # block → its first state; one more at the end
    first: Ints
    leads_to: Ints  # exit → block
    asks: Ints  # exit × clock
    restarts: Ints  # exit → the clock set anew
    enters: Ints  # exit → what it is set to
    moves: Ints  # exit → move


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The states of a landscape; `rungs` is block × track."""

    landscape: Landscape
    rungs: Ints
    ground: Ground

    @property
    def states(self) -> int:
        return int(self.ground.base[-1])

    def block_of(self, rungs: Mapping[str, str]) -> int:
        """The block of these rungs, one on each track."""
        block = 0
        for track in self.landscape.tracks:
            block = block * len(track.rungs) + track.rungs.index(rungs[track.key])
        return block

    def state_of(self, rungs: Mapping[str, str], clocks: Collection[int]) -> int:
        """The state of these rungs, with clocks in half-years."""
        block = self.block_of(rungs)
        place = 0
        for clock, longest in zip(clocks, self.ground.longest[block], strict=True):
            place = place * (int(longest) + 1) + min(clock, int(longest))
        return int(self.ground.base[block]) + place

    def reaching(self, goal: Goal) -> Blocks:
        """Block → whether the goal is reached there."""
        reached = np.ones(len(self.rungs), np.bool_)
        for track, wanted in goal.items():
            reached &= _stands(self.landscape, self.rungs, track, wanted)
        return reached


def lay_out(landscape: Landscape) -> Layout:
    """Every state, with the moves out of each block in the order they are told."""
    rungs = np.array(list(product(*(range(len(track.rungs)) for track in landscape.tracks))))
    longest = _longest(landscape, rungs)
    exits = [_exits(landscape, rungs, number) for number in range(len(landscape.moves))]
    flat = np.concatenate([np.zeros((0, COLUMNS), np.int64), *exits])
    flat = flat[np.argsort(flat[:, 0], kind="stable")]
    first = np.searchsorted(flat[:, 0], np.arange(len(rungs) + 1))
    base = np.concatenate([[0], np.cumsum(np.prod(longest + 1, axis=1))])
    _, leads_to, restarts, enters, moves = (flat[:, column].copy() for column in range(5))
    asks = flat[:, -CLOCKS:].copy()
    ground = Ground(longest, base, first, leads_to, asks, restarts, enters, moves)
    return Layout(landscape, rungs, ground)


def _exits(landscape: Landscape, rungs: Ints, number: int) -> Ints:
    """One move out of each block it fits: both blocks, clock, entry, move, what it asks."""
    move = landscape.moves[number]
    own = landscape.places[move.track]
    here = _stands(landscape, rungs, move.track, move.source)
    asks = [move.overall, 0, 0, 0]
    for need in move.needs:
        here &= _stands(landscape, rungs, need.track, need.rungs)
        clock = landscape.places[need.track] + 1
        asks[clock] = max(asks[clock], need.half_years)
    blocks = np.flatnonzero(here)
    sizes = [len(track.rungs) for track in landscape.tracks]
    steps = landscape.tracks[own].rungs.index(move.target) - rungs[blocks, own]
    leads_to = blocks + steps * prod(sizes[own + 1 :])
    same = np.array([own + 1, move.enters, number, *asks])
    return np.column_stack([blocks, leads_to, np.tile(same, (len(blocks), 1))])


def _stands(landscape: Landscape, rungs: Ints, track: str, on: Collection[str]) -> Blocks:
    """Block → whether one stands on one of these rungs there."""
    order = landscape.track(track).rungs
    wanted = np.isin(np.arange(len(order)), [order.index(rung) for rung in on])
    found: Blocks = wanted[rungs[:, landscape.places[track]]]
    return found


def _longest(landscape: Landscape, rungs: Ints) -> Ints:
    """Block × clock: the longest that is asked of it there or further on, the rung being kept."""
    longest = np.zeros((len(rungs), CLOCKS), np.int64)
    for move in landscape.moves:
        ahead = _ahead(landscape, rungs, move.track, move.source)
        for need in move.needs:
            ahead &= _ahead(landscape, rungs, need.track, need.rungs)
        _raise(longest, 0, move.overall, ahead)
        for need in move.needs:
            kept = ahead & _stands(landscape, rungs, need.track, need.rungs)
            if need.track == move.track:
                kept &= _stands(landscape, rungs, move.track, move.source)
            _raise(longest, landscape.places[need.track] + 1, need.half_years, kept)
    return longest


def _raise(longest: Ints, clock: int, count: int, where: Blocks) -> None:
    longest[where, clock] = np.maximum(longest[where, clock], count)


def _ahead(landscape: Landscape, rungs: Ints, track: str, on: Collection[str]) -> Blocks:
    """Block → whether one stands on one of these rungs there, or may yet come to."""
    order = landscape.track(track).rungs
    last = max(order.index(rung) for rung in on)
    found: Blocks = rungs[:, landscape.places[track]] <= last
    return found
