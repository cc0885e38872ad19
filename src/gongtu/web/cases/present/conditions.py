"""How the conditions of the moves ahead look now, and what a move would commit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from gongtu.base.money import Yuan
from gongtu.engines.casework.declare import Move
from gongtu.engines.casework.queries import gathering_of, known_of
from gongtu.engines.casework.queries.knowing import subject_of
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.entitlement.asking import Answer, FactGround, Finding, answer, judge


def findings_of(case: Any, moves: Iterable[Move], *, on: date) -> tuple[Finding, ...]:
    """Each condition once; one that rests on a move's own form is asked with that form."""
    procedure = get_procedure(case.procedure)
    wanted = {condition: move for move in moves for condition in move.requires}
    if not wanted:
        return ()
    subject = subject_of(case, known_of(case, gathering_of(case, on=on)))
    found = {
        condition: judge(condition, subject, policy=procedure.policy, on=on) for condition in wanted
    }
    return tuple(
        finding
        for condition, finding in found.items()
        if not _rests_on_form(finding, wanted[condition])
    )


def amount_of(case: Any, move: Move, *, on: date) -> Answer[Yuan] | None:
    """What the move would commit and on what grounds; None where it commits nothing."""
    if move.commits is None:
        return None
    subject = subject_of(case, known_of(case, gathering_of(case, on=on)))
    policy = get_procedure(case.procedure).policy
    return answer(move.commits.amount, subject, policy=policy, on=on)


def _rests_on_form(finding: Finding, move: Move) -> bool:
    form = move.asks.__name__ if move.asks else ""
    facts = (ground.fact for ground in finding.grounds if isinstance(ground, FactGround))
    return any(fact.key.partition(".")[0] == form for fact in facts)
