"""States in the order of time: one block of clocks for each three rungs, and the moves out of it.

A clock runs no further than anything asks of it: what is past the longest count is all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.pathways.declare import Goal, Landscape

CLOCKS = 4  # worked in all, and on each track
WAITING = -1  # in a way: half a year, where else an exit stands
BASE, FIRST = CLOCKS, CLOCKS + 1  # columns of a block, behind its clocks
LEADS_TO, ANEW, SHOWS, MOVE = range(CLOCKS, CLOCKS + 4)  # columns of an exit, behind what it asks
NEVER = {np.dtype(np.int16): 30_000, np.dtype(np.int64): 1 << 60}
Ints = NDArray[np.int64]
Blocks = NDArray[np.bool_]


class Ground(NamedTuple):
    """Blocks of states and their exits as two arrays, which compiled code takes at a glance.

    A row of `blocks` is the longest of each clock, the first state, the first exit; one row more
    ends the last.  A row of `exits` is what is asked of each clock, where it leads, the clock set
    anew, to what, and the move.
    """

    blocks: Ints
    exits: Ints

    @property
    def longest(self) -> Ints:
        return self.blocks[:-1, :CLOCKS]

    @property
    def base(self) -> Ints:
        return self.blocks[:, BASE]

    @property
    def moves(self) -> Ints:
        return self.exits[:, MOVE]


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

    def state_of(self, rungs: Mapping[str, str], clocks: Iterable[int]) -> int:
        """The state of these rungs, with clocks in half-years."""
        return self.state_in(self.block_of(rungs), clocks)

    def state_in(self, block: int, clocks: Iterable[int]) -> int:
        """The state of a block with these clocks."""
        *all_longest, base, _ = self.ground.blocks[block].tolist()
        place = 0
        for clock, longest in zip(clocks, all_longest, strict=True):
            place = place * (longest + 1) + min(clock, longest)
        return int(base) + place

    def states_in(self, blocks: Ints, clocks: Ints) -> Ints:
        """The states of many at once: a block each, and a row of clocks in half-years."""
        longest = self.ground.longest[blocks]
        place = np.zeros(len(blocks), np.int64)
        for clock in range(CLOCKS):
            reading = np.minimum(clocks[:, clock], longest[:, clock])
            place = place * (longest[:, clock] + 1) + reading
        states: Ints = self.ground.base[blocks] + place
        return states

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
    found = [_exits(landscape, rungs, number) for number in range(len(landscape.moves))]
    flat = np.concatenate([np.zeros((0, MOVE + 2), np.int64), *found])
    flat = flat[np.argsort(flat[:, -1], kind="stable")]
    blocks = np.zeros((len(rungs) + 1, FIRST + 1), np.int64)
    blocks[:-1, :CLOCKS] = longest
    blocks[1:, BASE] = np.cumsum(np.prod(longest + 1, axis=1))
    blocks[:, FIRST] = np.searchsorted(flat[:, -1], np.arange(len(rungs) + 1))
    ground = Ground(blocks, np.ascontiguousarray(flat[:, :-1]))
    return Layout(landscape, rungs, ground)


def _exits(landscape: Landscape, rungs: Ints, number: int) -> Ints:
    """One move out of each block it fits, as a row of exits, and then the block itself."""
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
    row = np.array([*asks, 0, own + 1, move.enters, number, 0])
    exits = np.tile(row, (len(blocks), 1))
    exits[:, LEADS_TO], exits[:, -1] = leads_to, blocks
    return exits


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
