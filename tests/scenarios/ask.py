"""Asking a benefit about facts that a scenario makes up, on a day it names; no database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gongtu.engines.entitlement.asking import ParameterGround
from gongtu.engines.entitlement.declare import Benefit, Known, Subject
from gongtu.engines.entitlement.explaining import Explanation, explain
from gongtu.engines.entitlement.expressions import Expr, FactOf, Parameter
from gongtu.engines.entitlement.kinds import read
from gongtu.provisions import Provision
from tests.scenarios.play import all_stories, decided

TELLS = {"name", "asked", "facts", "decided", "then"}
ENDS = {"verdict", "amount", "missing", "nearest"}


def questions(provision: Provision) -> list[dict[str, Any]]:
    """The scenarios of a provision that only ask."""
    return [story for story in all_stories(provision) if "asked" in story]


def asked(benefit: Benefit, story: dict[str, Any]) -> Explanation:
    """What is owed for the facts of the story, with what it says was decided."""
    subject = Subject("story", story["name"], facts_of(benefit, story.get("facts", {})))
    with decided(benefit.policy, story.get("decided", {})):
        return explain(benefit, subject, on=story["asked"])


def facts_of(benefit: Benefit, told: Mapping[str, Any]) -> dict[str, Known]:
    """The facts in their kinds; one that no rule of the benefit reads is a slip of the pen."""
    kinds = {node.key: node.of for node in nodes(benefit) if isinstance(node, FactOf)}
    strange = sorted(told.keys() - kinds.keys())
    assert not strange, f"{benefit.key} reads no {', '.join(strange)}; it reads {sorted(kinds)}"
    return {key: Known(read(kinds[key], value)) for key, value in told.items()}


def nodes(benefit: Benefit) -> Iterator[Expr[Any]]:
    """Every expression in the benefit's rules."""
    for condition in benefit.conditions:
        yield from condition.holds.walk()
    if benefit.amount is not None:
        yield from benefit.amount.walk()


def parameters_of(benefit: Benefit) -> list[str]:
    """The parameters its rules name."""
    return sorted({node.name for node in nodes(benefit) if isinstance(node, Parameter)})


def read_from_file(explanation: Explanation, name: str) -> Iterator[ParameterGround]:
    """The values of one parameter that were looked at, as the provision's own file has them."""
    key = explanation.benefit.policy[name].key
    findings = (ground for finding in explanation.findings for ground in finding.grounds)
    for ground in (*findings, *explanation.amount_grounds):
        about_it = isinstance(ground, ParameterGround) and ground.key == key
        if about_it and ground.valued.origin == "file":
            yield ground
