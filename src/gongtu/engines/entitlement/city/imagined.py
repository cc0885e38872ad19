"""A town that never was, of any size, to try rules and machines on: the same for the same seed."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.city import suppliers
from gongtu.engines.entitlement.city.columns import (
    NOBODY,
    Column,
    Frame,
    Town,
    day_number,
    narrowed,
)
from gongtu.engines.entitlement.city.suppliers import through
from gongtu.engines.entitlement.facts import Fact

WORKERS_OF_ONE = 15  # persons to an enterprise
WITHOUT = 0.1  # of persons work for no enterprise
UNKNOWN = 0.05  # of facts are not on record
WORDS = 20
GREATEST = 300
DEAREST = Yuan(20_000)
YEARS = 50
Random = np.random.Generator
Joins = dict[tuple[str, str], NDArray[np.int32]]


def imagined(persons: int, *, on: date, seed: int = 1) -> Town:
    """That many persons, their enterprises, and a row a person of every other kind."""
    random = np.random.default_rng(seed)
    sizes = {kind.name: persons for kind in suppliers.kinds()}
    sizes |= dict.fromkeys(("enterprise", "school"), -(-persons // WORKERS_OF_ONE))
    joins: Joins = {
        (kind.name, there): _belonging(sizes[kind.name], sizes[there], there, random)
        for kind in suppliers.kinds()
        for there in kind.joins
    }
    frames = {
        kind: Frame(kind, size, _columns(kind, size, on, random), _reached(kind, joins))
        for kind, size in sizes.items()
    }
    return Town(on, frames)


def _belonging(size: int, there: int, kind: str, random: Random) -> NDArray[np.int32]:
    """Rows lie together where they belong to the same one."""
    if not there:
        return np.full(size, NOBODY, dtype=np.int32)
    joined = np.sort(random.integers(0, there, size, dtype=np.int32))
    if kind == "enterprise":
        joined[random.random(size) < WITHOUT] = NOBODY
    return joined


def _reached(kind: str, joins: Joins) -> dict[str, NDArray[np.int32]]:
    """Where rows belong, directly or through another."""

    def places(here: str, there: str) -> NDArray[np.int32]:
        if (here, there) in joins:
            return joins[here, there]
        by = suppliers.between(here, there)
        return through(places(here, by), places(by, there))

    return {there: places(kind, there) for there in sorted(suppliers.reachable(kind) - {kind})}


def _columns(kind: str, size: int, on: date, random: Random) -> dict[str, Column]:
    return {
        fact.key: _column(fact, size, on, random)
        for supplier in suppliers.suppliers(of=kind)
        for fact in supplier.group.facts.values()
    }


def _column(fact: Fact[Any, Any], size: int, on: date, random: Random) -> Column:
    today = day_number(on)
    if fact.daily:
        return Column(np.full(size, today, dtype=np.int32))
    categories = _categories(fact)
    low, high = 0, GREATEST
    if fact.kind is date:
        low, high = today - YEARS * 365, today + 1
    elif fact.kind is bool:
        high = 2
    elif fact.kind is Yuan:
        high = DEAREST.fen
    elif categories is not None:
        high = len(categories)
    known = random.random(size) >= UNKNOWN
    values = random.integers(low, high, size)
    return Column(narrowed(np.where(known, values, 0)), known, categories)


def _categories(fact: Fact[Any, Any]) -> tuple[Any, ...] | None:
    if issubclass(fact.kind, Enum):
        return tuple(fact.kind)
    return (
        tuple(f"{fact.label}{n:02}" for n in range(WORDS)) if issubclass(fact.kind, str) else None
    )
