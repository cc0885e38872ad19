"""Asking a benefit about facts that a scenario makes up, on a day it names; no database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from gongtu.engines.entitlement.asking import ParameterGround
from gongtu.engines.entitlement.declare import Benefit, Known, Subject
from gongtu.engines.entitlement.explaining import Explanation, explain
from gongtu.engines.entitlement.expressions import EACH, Expr, FactOf, Parameter
from gongtu.engines.entitlement.kinds import read
from gongtu.engines.entitlement.registry import get_benefit
from gongtu.provisions import Provision
from tests.scenarios.play import all_stories, decided

TELLS = {"name", "asked", "facts", "rows", "decided", "then"}
ENDS = {"verdict", "amount", "missing", "nearest"}


def questions(provision: Provision) -> list[dict[str, Any]]:
    """The scenarios of a provision that only ask."""
    return [story for story in all_stories(provision) if "asked" in story]


def asked(benefit: Benefit, story: dict[str, Any]) -> Explanation:
    """What is owed for the facts of the story, with what it says was decided."""
    told = facts_of(benefit, story.get("facts", {}))
    rows = {
        kind: [facts_of(benefit, row) for row in related]
        for kind, related in story.get("rows", {}).items()
    }
    subject = Subject("story", story["name"], told, rows)
    with decided(benefit.policy, story.get("decided", {})):
        return explain(benefit, subject, on=story["asked"])


def nearest(benefit: Benefit, story: dict[str, Any]) -> date | None:
    """The first day of which it would be owed; read while what the story decides is decided."""
    with decided(benefit.policy, story.get("decided", {})):
        return asked(benefit, story).nearest


def facts_of(benefit: Benefit, told: Mapping[str, Any]) -> dict[str, Known]:
    """The facts in their kinds; one that no rule of the benefit reads is a slip of the pen."""
    read_by = [node for node in nodes(benefit) if isinstance(node, FactOf)]
    kinds = {node.key.removeprefix(EACH): node.of for node in read_by}
    strange = sorted(told.keys() - kinds.keys())
    assert not strange, f"{benefit.key} reads no {', '.join(strange)}; it reads {sorted(kinds)}"
    return {key: Known(read(kinds[key], value)) for key, value in told.items()}


def nodes(benefit: Benefit) -> Iterator[Expr[Any]]:
    """Every expression in the benefit's rules, and in those of the benefits it asks about."""
    for key in sorted(benefit.asks_of):
        yield from nodes(get_benefit(key))
    for condition in benefit.conditions:
        yield from condition.holds.walk()
    if benefit.amount is not None:
        yield from benefit.amount.walk()


def parameters_of(benefit: Benefit) -> list[str]:
    """The parameters of its own that its rules name."""
    named = {node.name for node in nodes(benefit) if isinstance(node, Parameter)}
    return sorted(name for name in named if name in benefit.policy)


def read_from_file(explanation: Explanation, name: str) -> Iterator[ParameterGround]:
    """The values of one parameter that were looked at, as the provision's own file has them."""
    key = explanation.benefit.policy[name].key
    findings = (ground for finding in explanation.findings for ground in finding.grounds)
    for ground in (*findings, *explanation.amount_grounds):
        about_it = isinstance(ground, ParameterGround) and ground.key == key
        if about_it and ground.valued.origin == "file":
            yield ground
