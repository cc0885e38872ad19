"""States in the order of time: one block of clocks for each three rungs, and the moves out of it.

A clock runs no further than anything asks of it: what is past the longest count is all the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.pathways.declare import Goal, Landscape, Move, Track

CLOCKS = 4  # worked in all, and on each track
NEVER = {np.dtype(np.int16): 30_000, np.dtype(np.int64): 1 << 60}
Ints = NDArray[np.int64]


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

    def reaching(self, goal: Goal) -> NDArray[np.bool_]:
        """Block → whether the goal is reached there."""
        reached = np.ones(len(self.rungs), np.bool_)
        for key, wanted in goal.items():
            number, track = self.landscape.places[key], self.landscape.track(key)
            reached &= np.isin(self.rungs[:, number], [track.rungs.index(one) for one in wanted])
        return reached


def lay_out(landscape: Landscape) -> Layout:
    """Every state, with the moves out of each block."""
    tracks = landscape.tracks
    rungs = np.array(list(product(*(range(len(track.rungs)) for track in tracks))), np.int64)
    longest = _longest(landscape, rungs)
    base = np.concatenate([[0], np.cumsum(np.prod(longest + 1, axis=1))])
    exits = [list(_exits(landscape, here)) for here in _named(tracks)]
    strides = [len(tracks[1].rungs) * len(tracks[2].rungs), len(tracks[2].rungs), 1]
    flat = np.array([one for each in exits for one in each], np.int64).reshape(-1, 4 + CLOCKS)
    blocks = np.repeat(np.arange(len(rungs)), [len(each) for each in exits])
    clock, steps = flat[:, 1], flat[:, 2]
    ground = Ground(
        longest=longest,
        base=base,
        first=np.concatenate([[0], np.cumsum([len(each) for each in exits])]),
        leads_to=blocks + steps * np.array(strides)[clock - 1],
        asks=flat[:, 4:].copy(),
        restarts=clock.copy(),
        enters=flat[:, 3].copy(),
        moves=flat[:, 0].copy(),
    )
    return Layout(landscape, rungs, ground)


def _named(tracks: tuple[Track, ...]) -> Iterator[dict[str, str]]:
    for rungs in product(*(track.rungs for track in tracks)):
        yield {track.key: rung for track, rung in zip(tracks, rungs, strict=True)}


def _exits(landscape: Landscape, here: Mapping[str, str]) -> Iterator[tuple[int, ...]]:
    """Of each move out of a block: its number, its clock, how far on, what it enters, what it asks."""
    for number, move in enumerate(landscape.moves):
        if not _fits(move, here):
            continue
        rungs = landscape.track(move.track).rungs
        asks = [move.overall, 0, 0, 0]
        for need in move.needs:
            clock = landscape.places[need.track] + 1
            asks[clock] = max(asks[clock], need.half_years)
        steps = rungs.index(move.target) - rungs.index(here[move.track])
        yield number, landscape.places[move.track] + 1, steps, move.enters, *asks


def _fits(move: Move, here: Mapping[str, str]) -> bool:
    return here[move.track] in move.source and all(
        here[need.track] in need.rungs for need in move.needs
    )


def _longest(landscape: Landscape, rungs: Ints) -> Ints:
    """Block × clock: the longest that is asked of it there or, of all work, further on."""
    longest = np.zeros((len(rungs), CLOCKS), np.int64)
    for number, track in enumerate(landscape.tracks):
        own = np.array([_asked_on(landscape, track, rung) for rung in track.rungs])
        worked = np.array([_worked_from(landscape, track, rung) for rung in track.rungs])
        longest[:, number + 1] = own[rungs[:, number]]
        longest[:, 0] = np.maximum(longest[:, 0], worked[rungs[:, number]])
    return longest


def _asked_on(landscape: Landscape, track: Track, rung: str) -> int:
    counts = (
        need.half_years
        for move in landscape.moves
        for need in move.needs
        if need.track == track.key and rung in need.rungs
        if move.track != track.key or rung in move.source
    )
    return max(counts, default=0)


def _worked_from(landscape: Landscape, track: Track, rung: str) -> int:
    onward = track.from_(rung)
    counts = (m.overall for m in landscape.moves if m.track == track.key and m.source & onward)
    return max(counts, default=0)
