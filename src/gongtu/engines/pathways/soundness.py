"""Moves that could never work: backwards, in a circle, from a rung that nothing leads to."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from gongtu.engines.pathways.declare import Move, Track

T = TypeVar("T", bound=Hashable)


def misled(tracks: Sequence[Track], moves: Sequence[Move]) -> Iterator[str]:
    """One sentence for each move that no track bears, and for each circle."""
    unknown = list(_unknown(tracks, moves))
    if unknown:
        yield from unknown
        return
    for track in tracks:
        own = [move for move in moves if move.track == track.key]
        if circle := _circle(_leads(own)):
            yield f"These lead in a circle on {track.key!r}: {', '.join(_along(circle, own))}."
        else:
            yield from _backwards(track, own)


def unreached(tracks: Sequence[Track], moves: Sequence[Move]) -> Iterator[str]:
    """One sentence for those that wait on one another, and one for each that nothing leads to."""
    rungs = {track.key: {track.rungs[0], *track.given} for track in tracks}
    left = list(moves)
    while made := [move for move in left if not _lacks(move, rungs)]:
        left = [move for move in left if move not in made]
        for move in made:
            rungs[move.track].add(move.target)
    waits = {move.key: _waits_for(move, left, rungs) for move in left}
    if circle := _circle(waits):
        yield f"These wait on one another, so that nobody can ever begin: {', '.join(circle[1:])}."
    for key in sorted(waits.keys() - set(circle)):
        move = next(one for one in left if one.key == key)
        yield f"{key!r} is out of reach: nothing leads to {_lacks(move, rungs)}."


def _lacks(move: Move, rungs: Mapping[str, set[str]]) -> str:
    """The rungs it starts or rests on, none of which is reached; empty where all is well."""
    asked = [(move.track, move.source), *((need.track, need.rungs) for need in move.needs)]
    short = [f"{track} {'/'.join(sorted(on))}" for track, on in asked if not on & rungs[track]]
    return ", ".join(dict.fromkeys(short))


def _waits_for(move: Move, left: Iterable[Move], rungs: Mapping[str, set[str]]) -> list[str]:
    asked = [(move.track, move.source), *((need.track, need.rungs) for need in move.needs)]
    short = [(track, rung) for track, on in asked if not on & rungs[track] for rung in on]
    return [one.key for one in left if (one.track, one.target) in short]


def _circle(graph: Mapping[T, Iterable[T]]) -> list[T]:
    """One round, its first node again at the end; empty where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _leads(moves: Iterable[Move]) -> dict[str, set[str]]:
    leads: dict[str, set[str]] = {}
    for move in moves:
        leads.setdefault(move.target, set()).update(move.source)
    return leads


def _along(circle: Sequence[str], moves: Iterable[Move]) -> list[str]:
    """The moves a round of rungs is made of."""
    steps = {*pairwise(circle), *pairwise(circle[::-1])}
    return sorted(
        move.key for move in moves if any((rung, move.target) in steps for rung in move.source)
    )


def _backwards(track: Track, moves: Iterable[Move]) -> Iterator[str]:
    places = {rung: place for place, rung in enumerate(track.rungs)}
    for move in moves:
        if any(places[rung] >= places[move.target] for rung in move.source):
            yield f"{move.key!r} leads backwards on {track.key!r}."


def _unknown(tracks: Iterable[Track], moves: Iterable[Move]) -> Iterator[str]:
    known = {track.key: set(track.rungs) for track in tracks}
    for move in moves:
        asked = [(move.track, {*move.source, move.target})]
        asked += [(need.track, set(need.rungs)) for need in move.needs]
        for track, rungs in asked:
            if strange := rungs - known.get(track, set()):
                named = ", ".join(sorted(strange))
                yield f"{move.key!r} names unknown rungs of {track!r}: {named}."
