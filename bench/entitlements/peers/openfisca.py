"""OpenFisca and its descendant: one variable a condition, an eligibility and an amount.

Enterprises' facts are joined to workers beforehand, which costs these peers nothing here: their
own group entities were no faster, and mis-join where a group has no member.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import numpy as np

from bench.entitlements.peers import (
    Result,
    columns_of,
    leaves_of,
    named,
    roots_of,
    rule_name,
    wants_unknown,
)
from bench.entitlements.peers.arrays import arrays_of
from bench.entitlements.peers.writing import ArrayText
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.program import Program, Rule

PERIOD = "2026-04"
LEAST_USES, LEAST_SIZE = 3, 3  # what is asked so often, and is no mere fact, becomes a variable


class VariableText(ArrayText):
    """Facts and concepts are variables of the person."""

    def number(self, name: str, via: str) -> str:  # noqa: ARG002 - joined beforehand
        return f"person('{name}', period)"

    def known(self, name: str, via: str) -> str:  # noqa: ARG002 - likewise
        return f"person('known_{name}', period)"

    def belongs(self) -> str:
        return "(person('employer', period) >= 0)"


class Simulating:
    """A tax-benefit system with the rules, and one simulation a run."""

    def __init__(self, core: ModuleType, month: Any, program: Program) -> None:
        self.core, self.month, self.program = core, month, program
        self.person = core.entities.build_entity(
            key="person", plural="persons", label="", is_person=True
        )
        self.system = core.taxbenefitsystems.TaxBenefitSystem([self.person])
        self.facts = self._facts()
        for name, values in self.facts.items():
            self._declare(name, bool if values.dtype == np.bool_ else int)
        shared = _concepts(program)
        for node, call in shared.items():
            kind = bool if isinstance(node, p.Truth) else int
            self._declare(call.split("'")[1], kind, VariableText(shared).text(node, spelt_out=True))
        for rule in program.rules:
            self._declare_rule(rule, VariableText(shared))
        self.found: list[tuple[Any, Any, Any, Any]] = []
        self.simulation: Any = None

    def get_ready(self) -> None:
        self.found, self.simulation = [], None
        builder = self.core.simulations.SimulationBuilder()
        builder.create_entities(self.system)
        builder.declare_person_entity("person", np.arange(self.program.frame.size))
        self.simulation = builder.build(self.system)
        for name, values in self.facts.items():
            self.simulation.set_input(name, PERIOD, values)

    def run(self) -> None:
        ask = self.simulation.calculate
        unknown = wants_unknown(self.program)
        for rule in self.program.rules:
            name = rule_name(rule.key)
            self.found.append(
                (
                    ask(f"owed_{name}", PERIOD),
                    ask(f"unknown_{name}", PERIOD) if unknown else None,
                    ask(f"near_{name}", PERIOD),
                    None if rule.amount is None else ask(f"amount_{name}", PERIOD),
                )
            )

    def results(self) -> Iterator[Result]:
        for owed, unknown, near, amounts in self.found:
            yield Result(owed, unknown, near, amounts)

    def _facts(self) -> dict[str, Any]:
        """Every fact a worker has, those of the enterprise joined."""
        arrays = arrays_of(self.program)
        employer = arrays["employer"]
        found = {"employer": employer}
        truths = {n.key for n in p.in_order(roots_of(self.program)) if isinstance(n, p.Yes)}
        for key, via in leaves_of(self.program):
            name = named(key, via)
            kind = np.bool_ if key in truths else np.int32
            found[name] = (arrays[name][employer] if via else arrays[name]).astype(kind)
            if via or columns_of(self.program)[name].known is not None:
                known = arrays[f"known_{name}"]
                found[f"known_{name}"] = known[employer] if via else known
        return found

    def _declare_rule(self, rule: Rule, writing: VariableText) -> None:
        name = rule_name(rule.key)
        holds = [writing.text(verdict.holds) for verdict in rule.verdicts]
        owed = " * ".join([*holds, writing.text(rule.amount_known)])
        failed = " + ".join(f"np.logical_not({each}).astype(np.int8)" for each in holds)
        self._declare(f"owed_{name}", bool, owed)
        self._declare(f"near_{name}", bool, f"({failed}) == 1")
        if rule.amount is not None:
            amount = f"np.where(person('owed_{name}', period), {writing.text(rule.amount)}, 0)"
            self._declare(f"amount_{name}", int, amount)
        if wants_unknown(self.program):
            self._declare(f"unknown_{name}", bool, writing.text(rule.unknown))

    def _declare(self, name: str, kind: type, formula: str = "") -> None:
        body: dict[str, Any] = {
            "value_type": kind,
            "entity": self.person,
            "definition_period": self.month,
            "label": name,
        }
        if formula:
            scope: dict[str, Any] = {"np": np, "xp": np}
            exec(f"def formula(person, period, parameters):\n    return {formula}", scope)
            body["formula"] = scope["formula"]
        self.system.add_variable(type(name, (self.core.variables.Variable,), body))


def _concepts(program: Program) -> dict[p.Plain, str]:
    """Every condition, and whatever several rules ask."""
    uses: dict[p.Plain, int] = {}
    for rule in program.rules:
        roots = [verdict.holds for verdict in rule.verdicts]
        for node in p.in_order([*roots, *([rule.amount] if rule.amount is not None else [])]):
            uses[node] = uses.get(node, 0) + 1
    conditions = {verdict.holds for rule in program.rules for verdict in rule.verdicts}
    found: dict[p.Plain, str] = {}
    for node in p.in_order(roots_of(program)):
        often = uses.get(node, 0) >= LEAST_USES and len(list(p.in_order([node]))) >= LEAST_SIZE
        if node.parts and (node in conditions or often):
            found[node] = f"person('concept_{len(found)}', period)"
    return found
