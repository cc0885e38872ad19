"""Every Chinese text of a provision that a reader may see, so that its English can be required."""

import re
from collections.abc import Iterator
from enum import Enum

from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.texts import SHARED, english
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.duties.declare import Duty
from gongtu.engines.entitlement.expressions import Elsewhere, Expr, FactOf, Gathered, Parameter
from gongtu.policy import Policy
from gongtu.policy.shared import platform
from gongtu.provisions import Provision

CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")


def known(provision: Provision) -> set[str]:
    """All that has English for the readers of a provision; signs need none."""
    folders = (provision.folder, SHARED, platform.path.parent)
    return {"%"}.union(*(english(folder) for folder in folders))


def spoken(provision: Provision) -> dict[str, None]:
    """The texts once each, in the order the declarations say them."""
    procedures = (text for procedure in provision.procedures for text in _procedure(procedure))
    return dict.fromkeys(text for text in (*procedures, *_rest(provision)) if text)


def _procedure(procedure: Procedure) -> Iterator[str]:
    yield procedure.title
    yield from (text for stage in procedure.stages for text in (stage.label, stage.public))
    yield from (stage.notice.says for stage in procedure.desks if stage.notice)
    yield from (text for move in procedure.moves for text in (move.label, move.label_past))
    yield from (letter.title for letter in procedure.letters)
    yield from (material.label for material in procedure.materials)
    for fact in (f for group in (*procedure.forms, *procedure.facts) for f in group.facts.values()):
        yield from (fact.label, fact.hint, fact.unit, *(label for _, label in fact.choices))
    yield from (f.source for facts in procedure.facts for f in facts.facts.values())
    yield from (text for c in procedure.conditions for text in (c.says, c.remedy))
    yield from (text for p in procedure.policy for text in (p.title, p.unit))
    yield from (
        parameter.row_title(row) for parameter in procedure.policy for row in parameter.rows
    )
    yield from papers(procedure.policy)


def papers(policy: Policy) -> Iterator[str]:
    """Documents, sources and notes of the parameters; what is told in signs needs no English."""
    for line in (line for parameter in policy for line in parameter.history()):
        told = (line.document, line.source, line.note)
        yield from (text for text in told if CHINESE.search(text))


def _rest(provision: Provision) -> Iterator[str]:
    for benefit in provision.benefits:
        yield from _benefit(benefit)
    for option in provision.ladder.options if provision.ladder else ():
        yield from _benefit(option.admits)
    for bridge in provision.bridges:
        yield from _benefit(bridge.admits)
    yield from papers(provision.careers.policy) if provision.careers else ()
    for parameter in provision.careers.policy if provision.careers else ():
        yield parameter.title
        yield from (parameter.row_title(row) for row in parameter.rows)
    for duty in provision.duties:
        yield from _duty(duty)
    if provision.service is not None:
        yield provision.service.title
    for indicator in provision.indicators:
        yield from (indicator.title, indicator.note, indicator.unit)


def _benefit(benefit: Benefit) -> Iterator[str]:
    yield from (benefit.title, benefit.gives)
    yield from (text for c in benefit.conditions for text in (c.says, c.remedy))
    rules: list[Expr[object]] = [condition.holds for condition in benefit.conditions]
    for rule in rules if benefit.amount is None else (*rules, benefit.amount):
        yield from (text for node in rule.walk() for text in _node(node))
    yield from papers(benefit.policy)
    for parameter in benefit.policy:
        yield from (parameter.title, parameter.unit)
        yield from (parameter.row_title(row) for row in parameter.rows)


def _node(node: Expr[object]) -> Iterator[str]:
    if isinstance(node, FactOf | Gathered | Elsewhere):
        yield from (node.label, node.source)
    if isinstance(node, FactOf):
        yield from (option.label for option in node.of) if issubclass(node.of, Enum) else ()


def _duty(duty: Duty) -> Iterator[str]:
    """Its words, and those of everything that it looks at, documents included."""
    yield duty.title
    yield from papers(duty.policy)
    yield from (text for c in duty.conditions for text in (c.says, c.remedy))
    rules: list[Expr[object]] = [condition.holds for condition in duty.conditions]
    for node in (
        n for rule in (*rules, *(() if duty.due is None else (duty.due,))) for n in rule.walk()
    ):
        yield from _node(node)
        if isinstance(node, Parameter):
            yield duty.policy.title(node.name)
            yield from (line.document for line in duty.policy.history(node.name))
