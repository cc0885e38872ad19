"""Whether a declared procedure can be carried out: every check, each a sentence per problem."""

from __future__ import annotations

import inspect
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from gongtu.engines.casework import soundness_flow as flow
from gongtu.engines.casework.seats import Named
from gongtu.engines.casework.vocabulary import OPENED, Limit, Stage
from gongtu.engines.entitlement import soundness as rules
from gongtu.engines.entitlement.expressions import Expr, FactOf
from gongtu.parties.roles import CLOCK

if TYPE_CHECKING:
    from gongtu.engines.casework.declare import Procedure

TERMS = frozenset({"日", "工作日", "月"})
FAMILIES = frozenset({"pdf", "image", "docx", "xlsx"})
KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\Z")


def problems_of(procedure: Procedure) -> list[str]:
    """Everything that could never work, in the order a reader of the declaration meets it."""
    named = [*_misnamed(procedure), *_misplaced(procedure), *_untimed(procedure)]
    if any("unknown stage" in problem for problem in named) or not procedure.desks:
        return named
    return [*named, *flow.problems_of(procedure), *_unfounded(procedure), *_unseated(procedure)]


def declared_at() -> tuple[str, int]:
    """The file and line of the declaration now being made."""
    for frame in inspect.stack(context=0):
        inside = frame.filename.startswith("<") or frame.function in _MAKING
        if not inside:
            return frame.filename, frame.lineno
    return "<unknown>", 0


_MAKING = frozenset({"declared_at", "__post_init__", "__init__", "replace", "claim_procedure"})


def _misnamed(procedure: Procedure) -> Iterator[str]:
    if not KEBAB.match(procedure.key):
        yield f"the key {procedure.key!r} is not lower-case words joined by hyphens"
    if not procedure.basis:
        yield "it names no article it rests on"
    keys = [stage.key for stage in procedure.stages]
    yield from (f"two stages are called {key!r}" for key in _twice(keys))
    for stage in procedure.desks:
        moves = [move.key for move in stage.moves]
        yield from (f"stage {stage.key!r} has two moves called {key!r}" for key in _twice(moves))
        yield from (f"{key!r} is no name for a move" for key in moves if not SNAKE.match(key))
    yield from (f"{key!r} is no name for a stage" for key in keys if not SNAKE.match(key))
    for title in _twice([letter.key for letter in procedure.letters]):
        yield f"two different letters are called {title!r}"
    for material in procedure.materials:
        if strange := sorted(set(material.kinds) - FAMILIES):
            yield f"material {material.key!r} may be of unknown kind {', '.join(strange)}"


def _misplaced(procedure: Procedure) -> Iterator[str]:
    keys = {stage.key for stage in procedure.stages}
    if not procedure.desks or procedure.stages[0] is not procedure.desks[0]:
        yield "the first stage must be one where somebody acts"
    for stage in procedure.desks:
        for target in sorted(set(stage.leads_to) - keys):
            yield f"stage {stage.key!r} leads to unknown stage {target!r}"
        if stage.suspends is not None and stage.suspends not in keys - {stage.key}:
            yield f"stage {stage.key!r} suspends unknown stage {stage.suspends!r}"
        yield from (
            f"move {move.key!r} is left to the clock, which never acts"
            for move in stage.moves
            if CLOCK in (move.by, stage.held_by)
        )
        yield from _restless(stage)
    made = {OPENED, *(move.key for move in procedure.moves)}
    for move in procedure.moves:
        if move.other_than is not None and move.other_than not in made - {move.key}:
            yield f"move {move.key!r} is for another than who made unknown move {move.other_than!r}"
    again = procedure.reconsideration
    if again and again.stage not in {stage.key for stage in procedure.desks}:
        yield f"reconsideration goes to unknown stage {again.stage!r}"


def _restless(stage: Stage) -> Iterator[str]:
    if not stage.rests:
        return
    if stage.limit or stage.suspends or stage.notice:
        yield f"stage {stage.key!r} rests, so nothing can be due in it"
    for move in stage.moves:
        if move.by is None:
            yield f"stage {stage.key!r} rests, so {move.key!r} must say who makes it"


def _untimed(procedure: Procedure) -> Iterator[str]:
    for stage in procedure.desks:
        where = f"stage {stage.key!r}"
        if stage.limit:
            yield from _bad_limit(where, stage.limit)
            yield from _bad_start(procedure, where, stage.limit)
            for name in stage.limit.parameters:
                yield from _bad_term(procedure, where, name)
        if stage.notice:
            yield from _bad_term(procedure, f"the notice of {where}", stage.notice.days)
    if procedure.reconsideration:
        yield from _bad_term(procedure, "reconsideration", procedure.reconsideration.within)


def _bad_limit(where: str, limit: Limit) -> Iterator[str]:
    if not (limit.legal or limit.promised):
        yield f"{where} has a limit that names no period"
    if (limit.extension is None) != (limit.extended_by is None):
        yield f"{where} must say both how long and by whom its limit is extended"


def _bad_start(procedure: Procedure, where: str, limit: Limit) -> Iterator[str]:
    if (named := limit.counts_from) is None:
        return
    fact = procedure.form.facts.get(named)
    if fact is None or fact.kind is not date:
        yield f"{where} counts from {named!r}, which is no day that the opening form asks"


def _bad_term(procedure: Procedure, where: str, name: str) -> Iterator[str]:
    if name not in procedure.policy:
        yield f"{where} names unknown parameter {name!r}"
    elif procedure.policy.unit(name) not in TERMS:
        yield f"{where} is limited by {name!r}, which is not in 日, 工作日 or 月"


def _unfounded(procedure: Procedure) -> Iterator[str]:
    """Rules over what nobody asks or gathers, and over parameters the policy lacks."""
    known = {fact.expression for form in procedure.forms for fact in form.facts.values()}
    known |= {fact.expression for facts in procedure.facts for fact in facts.facts.values()}
    for rule in dict.fromkeys(_rules(procedure)):
        yield from rules.problems_of(rule, procedure.policy)
        for leaf in dict.fromkeys(rule.walk()):
            if isinstance(leaf, FactOf) and leaf not in known:
                yield f"a rule rests on {leaf.key}, which is neither asked nor gathered"
    if procedure.facts and procedure.gathers is None:
        yield "it rests on facts of registers, but gathers none"
    yield from _asked_twice(procedure)


def _asked_twice(procedure: Procedure) -> Iterator[str]:
    on_record = {fact.label for facts in procedure.facts for fact in facts.facts.values()}
    for form in procedure.forms:
        for fact in form.facts.values():
            if fact.label in on_record:
                yield f"{form.__name__} asks {fact.label!r}, which is on record already"


def _rules(procedure: Procedure) -> Iterator[Expr[Any]]:
    yield from (condition.holds for condition in procedure.conditions)
    for commitment in procedure.commitments:
        yield commitment.amount
        yield from commitment.once_per


def _unseated(procedure: Procedure) -> Iterator[str]:
    """Roles nobody could be found for, and seats that name an unasked question."""
    asked = {fact.expression for form in procedure.forms for fact in form.facts.values()}
    for role in procedure.roles:
        if procedure.seat(role) is None:
            yield f"nothing says who the {role.value} of a case is"
    for role, seat in procedure.seats:
        if isinstance(seat, Named) and seat.fact not in asked:
            yield f"the seat of the {role.value} is named by a question no form asks"
        made = {move.key for move in procedure.moves}
        if isinstance(seat, Named) and (unmade := set(seat.with_moves) - made):
            yield f"the seat of the {role.value} waits for unknown moves {sorted(unmade)}"


def _twice(keys: list[str]) -> list[str]:
    return sorted(key for key, times in Counter(keys).items() if times > 1)
