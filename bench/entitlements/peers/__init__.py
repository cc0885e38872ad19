"""The engines beside ours, each in a file of its own and in a process of its own.

Each is handed the rules as its users would write them, made from the lowered trees of
`engines/entitlement/city/plain.py`: whole numbers, no nulls, parameters of the day filled in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import Column
from gongtu.engines.entitlement.city.outcome import WEIGHTS, Check
from gongtu.engines.entitlement.city.program import Program

Truths = NDArray[Any]
PEERS = ("openfisca-core", "policyengine-core", "duckdb", "polars", "jax", "numpy")


@dataclass(slots=True)
class Result:
    """One rule: where it is owed, cannot be told, is missed by one condition, and how much.

    `unknown` is None where every fact is known, `amounts` where the rule gives no money; an
    amount counts only where the rule is owed.
    """

    owed: Truths
    unknown: Truths | None
    near: Truths
    amounts: NDArray[Any] | None

    def check(self) -> Check:
        """The same sums as ours has, worked out anew."""
        rows = np.flatnonzero(self.owed)
        amounts = np.zeros(len(rows), np.int64)
        if self.amounts is not None:
            amounts = np.asarray(self.amounts)[rows].astype(np.int64)
        return Check(
            owed=len(rows),
            unknown=0 if self.unknown is None else int(np.count_nonzero(self.unknown)),
            near=int(np.count_nonzero(self.near)),
            total=int(amounts.sum()),
            weighted=int(((amounts + 1) * (rows % WEIGHTS + 1)).sum()),
        )


class Peer(Protocol):
    """An engine with the rules and the city loaded."""

    def get_ready(self) -> None:
        """What has to be done anew before each run, and is not measured."""

    def run(self) -> None:
        """Every rule over every worker: owed, missed by one, amount."""

    def results(self) -> Iterator[Result]:
        """What the last run found, rule by rule."""


def wants_unknown(program: Program) -> bool:
    """Some facts are not known, so that the third verdict has to be worked out."""
    columns = [c for frame in program.town.frames.values() for c in frame.columns.values()]
    return any(column.known is not None for column in columns)


def roots_of(program: Program) -> list[p.Plain]:
    """Everything a peer works out."""
    found: list[p.Plain] = []
    for rule in program.rules:
        found.extend(verdict.holds for verdict in rule.verdicts)
        found.append(rule.amount_known)
        if rule.amount is not None:
            found.append(rule.amount)
        if wants_unknown(program):
            found.append(rule.unknown)
    return found


def leaves_of(program: Program) -> list[tuple[str, str]]:
    """The facts that are read: key, and the kind of row it is joined from."""
    leaves = (p.Of, p.Yes, p.Known)
    nodes = p.in_order(roots_of(program))
    return sorted({(node.key, node.via) for node in nodes if isinstance(node, leaves)})


def columns_of(program: Program) -> dict[str, Column]:
    """The columns that are read, by the name a peer gives them."""
    return {named(key, via): program.column(key, via) for key, via in leaves_of(program)}


def split(columns: Mapping[str, Column]) -> tuple[dict[str, Column], dict[str, Column]]:
    """Those of workers, and those of enterprises."""
    return (
        {name: column for name, column in columns.items() if name.startswith("p_")},
        {name: column for name, column in columns.items() if name.startswith("e_")},
    )


def named(key: str, via: str = "") -> str:
    """A fact's name as an identifier.

    >>> named("Person.wage"), named("Employer.size", "enterprise")
    ('p_Person_wage', 'e_Employer_size')
    """
    return f"{'e' if via else 'p'}_{key.replace('.', '_')}"


def rule_name(key: str) -> str:
    return key.replace("-", "_")
