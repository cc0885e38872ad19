"""States in the order of time: one block of clocks for each three rungs, and the moves out of it.

A clock runs no further than anything asks of it: what is past the longest count is all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.pathways.declare import Goal, Landscape

CLOCKS = 4  # worked in all, and on each track
THERE, LOST = -1, -2  # signs where the goal is reached, and where no way leads to it
BASE, FIRST = CLOCKS, CLOCKS + 1  # columns of a block, behind its clocks
LEADS_TO, ANEW, SHOWS, MOVE = range(CLOCKS, CLOCKS + 4)  # columns of an exit, behind what it asks
NEVER = {np.dtype(np.uint8): 255, np.dtype(np.int64): 1 << 60}
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Ground(NamedTuple):
    """Flags of states and their exits as two arrays, which compiled code takes at a glance.

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
    """The states of a landscape; `rungs` is block × track.

    For whoever asks for a single state, in plain integers: `adds` is by track what each rung adds
    to the number of a block; a row of `blocks` is its first state, then of each clock how far it
    runs and how many states half a year on it is.
    """

    landscape: Landscape
    rungs: Ints
    ground: Ground
    adds: tuple[tuple[str, Mapping[str, int]], ...]
    blocks: tuple[tuple[int, ...], ...]

    @property
    def states(self) -> int:
        return int(self.ground.base[-1])

    @property
    def waits(self) -> int:
        """More half-years than anybody waits in one block, where at last all clocks stand."""
        return int(self.ground.longest.max()) + 1

    def state_of(self, rungs: Mapping[str, str], clocks: Iterable[int]) -> int:
        """The state of these rungs, with clocks in half-years."""
        (one, of_one), (two, of_two), (three, of_three) = self.adds
        block = of_one[rungs[one]] + of_two[rungs[two]] + of_three[rungs[three]]
        state, most, stride, most1, stride1, most2, stride2, most3, stride3 = self.blocks[block]
        worked, clock1, clock2, clock3 = clocks
        state += (worked if worked < most else most) * stride
        state += (clock1 if clock1 < most1 else most1) * stride1
        state += (clock2 if clock2 < most2 else most2) * stride2
        return state + (clock3 if clock3 < most3 else most3) * stride3

    def reaching(self, goal: Goal) -> Flags:
        """Block → whether the goal is reached there."""
        reached = np.ones(len(self.rungs), np.bool_)
        for track, wanted in goal.items():
            reached &= _stands(self.landscape, self.rungs, track, wanted)
        return reached


def lay_out(landscape: Landscape) -> Layout:
    """Every state, with the moves out of each block in the order they are told."""
    sizes = [len(track.rungs) for track in landscape.tracks]
    rungs = np.array(list(product(*map(range, sizes))))
    found = [_exits(landscape, rungs, number) for number in range(len(landscape.moves))]
    flat = np.concatenate([np.zeros((0, MOVE + 2), np.int64), *found])
    flat = flat[np.argsort(flat[:, -1], kind="stable")]
    blocks = np.zeros((len(rungs) + 1, FIRST + 1), np.int64)
    blocks[:-1, :CLOCKS] = _longest(landscape, rungs)
    blocks[1:, BASE] = np.cumsum(np.prod(blocks[:-1, :CLOCKS] + 1, axis=1))
    blocks[:, FIRST] = np.searchsorted(flat[:, -1], np.arange(len(rungs) + 1))
    ground = Ground(blocks, np.ascontiguousarray(flat[:, :-1]))
    adds = tuple(
        (track.key, {rung: place * stride for place, rung in enumerate(track.rungs)})
        for track, stride in zip(landscape.tracks, _strides(sizes), strict=True)
    )
    return Layout(landscape, rungs, ground, adds, tuple(map(_plain, blocks[:-1].tolist())))


def _plain(row: Sequence[int]) -> tuple[int, ...]:
    longest = row[:CLOCKS]
    strides = _strides([most + 1 for most in longest])
    return row[BASE], *chain(*zip(longest, strides, strict=True))


def _strides(sizes: Sequence[int]) -> list[int]:
    """What one more of each is worth, the last running fastest."""
    return [prod(sizes[place + 1 :]) for place in range(len(sizes))]


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


def _stands(landscape: Landscape, rungs: Ints, track: str, on: Collection[str]) -> Flags:
    """Block → whether one stands on one of these rungs there."""
    place = landscape.places[track]
    wanted = np.array([rung in on for rung in landscape.tracks[place].rungs])
    found: Flags = wanted[rungs[:, place]]
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


def _raise(longest: Ints, clock: int, count: int, where: Flags) -> None:
    longest[where, clock] = np.maximum(longest[where, clock], count)


def _ahead(landscape: Landscape, rungs: Ints, track: str, on: Collection[str]) -> Flags:
    """Block → whether one stands on one of these rungs there, or may yet come to."""
    order = landscape.track(track).rungs
    last = max(order.index(rung) for rung in on)
    found: Flags = rungs[:, landscape.places[track]] <= last
    return found
