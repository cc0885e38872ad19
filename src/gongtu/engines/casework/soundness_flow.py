"""Whether cases can flow as declared: reachability, clocks, refusals, money and notices."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from gongtu.engines.casework.vocabulary import End, HandOver, InFavour, Move, Stage

if TYPE_CHECKING:
    from gongtu.engines.casework.declare import Procedure


def problems_of(procedure: Procedure) -> Iterator[str]:
    """Everything about the way of a case that could never work."""
    yield from _unreachable(procedure)
    for stage in procedure.desks:
        yield from _late_against_somebody(procedure, stage)
        yield from _bad_notice(stage)
    yield from _unreasoned(procedure)
    yield from _unfunded(procedure)
    if procedure.withdrawn is not None:
        end = next((end for end in procedure.ends if end.key == procedure.withdrawn), None)
        if end is None or end.refused:
            yield f"a withdrawn case must come to an end that refuses nothing, not {end!r}"


def _unreachable(procedure: Procedure) -> Iterator[str]:
    reached = _reached(procedure, lambda _: True)
    for stage in procedure.stages:
        if stage.key not in reached | {procedure.withdrawn}:
            yield f"stage {stage.key!r} can never be reached"
    for stage in procedure.desks:
        if not stage.moves:
            yield f"nobody can move a case on from stage {stage.key!r}"


def _reached(procedure: Procedure, allowed: Callable[[Move], bool]) -> set[str]:
    """The stages a case can come to by `allowed` moves and by the clock."""
    onward = {
        stage.key: {
            *(move.to for move in stage.moves if allowed(move)),
            *stage.leads_to[len(stage.moves) :],
        }
        for stage in procedure.desks
    }
    reached = fresh = {procedure.first.key}
    while fresh:
        fresh = {key for here in fresh for key in onward.get(here, set())} - reached
        reached = reached | fresh
    return reached


def _late_against_somebody(procedure: Procedure, stage: Stage) -> Iterator[str]:
    late = stage.limit.late if stage.limit else None
    if isinstance(late, HandOver) and isinstance(procedure[late.stage], End):
        yield f"stage {stage.key!r} is ended by a clock; only a person or the law's favour ends it"
    if isinstance(late, InFavour):
        move = stage.move(late.move)
        if move is None:
            yield f"stage {stage.key!r} falls to unknown move {late.move!r} when late"
        elif move.hurts or move.reasons or move.asks or _refuses(procedure, move):
            yield f"stage {stage.key!r} lets a clock decide against somebody by {move.key!r}"


def _refuses(procedure: Procedure, move: Move) -> bool:
    return any(end.refused for end in procedure.ends if end.key == move.to)


def _bad_notice(stage: Stage) -> Iterator[str]:
    waiting = [move for move in stage.moves if move.after_notice]
    if waiting and stage.notice is None:
        yield f"stage {stage.key!r} waits for a notice it does not give"
    if stage.notice and not waiting:
        yield f"stage {stage.key!r} gives a notice that no move waits for"


def _unreasoned(procedure: Procedure) -> Iterator[str]:
    for move in procedure.moves:
        if _refuses(procedure, move) and not (move.reasons and move.issues):
            yield f"move {move.key!r} refuses, so it needs reasons and a letter"


def _unfunded(procedure: Procedure) -> Iterator[str]:
    """Money is paid only where it was committed on every way there, once for each claim."""
    for commitment in procedure.commitments:
        if not commitment.once_per:
            yield "a commitment must say once per what it is made"
        if not commitment.fund:
            yield "a commitment must name its fund"
    uncommitted = _reached(procedure, lambda move: move.commits is None)
    for stage in procedure.desks:
        for move in stage.moves:
            if move.pays and move.commits is None and stage.key in uncommitted:
                yield f"move {move.key!r} pays what no earlier move committed"
