"""What an engine answered, read as what every other execution says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city.outcome import Check, Found, Near, Outcome, words_of
from gongtu.engines.entitlement.city.program import Program, Rule
from gongtu.engines.entitlement.city.sql.dialects import Dialect
from gongtu.engines.entitlement.city.sql.queries import (
    NEAR,
    OWED,
    UNKNOWN,
    answered,
    rows,
    sums,
)
from gongtu.engines.entitlement.city.sql.tables import Tables, tables
from gongtu.engines.entitlement.city.sql.writing import ROW

if TYPE_CHECKING:
    import pyarrow


class Engine(Protocol):
    """What holds tables and answers SQL."""

    dialect: Dialect

    def load(self, tables: Tables) -> None:
        """Take tables under their names, in place of those that had them."""

    def answer(self, query: str) -> Iterator[pyarrow.RecordBatch]:
        """The rows of an answer, in any order, some at a time."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What one rule comes to over all rows."""

    check: Check
    nears: tuple[Near, ...]


def tallies(program: Program, engine: Engine) -> dict[str, Tally]:
    """What every rule comes to, added up by the engine; no row leaves it."""
    engine.load(tables(program))
    return _tallied(program, engine)


def run(program: Program, engine: Engine) -> Outcome:
    """Every rule over every row."""
    engine.load(tables(program))
    size, gathered = program.frame.size, [_Gathered(rule, program) for rule in program.rules]
    for batch in engine.answer(rows(program, engine.dialect)) if gathered else ():
        for each in gathered:
            each.take(batch)
    tallied = _tallied(program, engine)
    found = {each.rule.key: each.found(tallied[each.rule.key]) for each in gathered}
    return Outcome(program.frame.kind, size, found, program.left_out)


def _tallied(program: Program, engine: Engine) -> dict[str, Tally]:
    if not program.rules:
        return {}
    (row,) = (row for batch in engine.answer(sums(program, engine.dialect)) for row in _told(batch))
    numbers = iter(row)
    return {rule.key: _tally(rule, numbers) for rule in program.rules}


def _told(batch: pyarrow.RecordBatch) -> Iterator[list[int]]:
    """Each row of a batch as numbers, nothing at all as 0."""
    columns = [column.to_pylist() for column in batch.columns]
    return ([int(value or 0) for value in row] for row in zip(*columns, strict=True))


def _tally(rule: Rule, numbers: Iterator[int]) -> Tally:
    owed, unknown, near, total, weighted = (next(numbers) for _ in range(5))
    check = Check(owed, unknown, near, _wrapped(total), _wrapped(weighted))
    return Tally(check, tuple(Near(key, next(numbers), next(numbers)) for key in rule.conditions))


def _wrapped(number: int) -> int:
    """As sums of 64 bits come out, which go round.

    >>> _wrapped(2**63), _wrapped(-1)
    (-9223372036854775808, -1)
    """
    return (number + 2**63) % 2**64 - 2**63


class _Gathered:
    """What the rows of one rule come to, in the order of rows, whatever order they came in."""

    def __init__(self, rule: Rule, program: Program) -> None:
        self.rule = rule
        self._codes = np.zeros(program.frame.size, np.uint8)
        self._parts: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []

    def take(self, batch: pyarrow.RecordBatch) -> None:
        places = _numbers(batch.column(ROW))
        self._codes[places] = _numbers(batch.column(answered("code", self.rule.key)))
        if self.rule.amount is not None:
            amounts = batch.column(answered("amount", self.rule.key))
            told = _numbers(amounts.is_valid())
            self._parts.append((places[told], _numbers(amounts.drop_null())))

    def found(self, tally: Tally) -> Found:
        owed, unknown, near = (words_of(self._codes & bit != 0) for bit in (OWED, UNKNOWN, NEAR))
        return Found(len(self._codes), owed, unknown, near, tally.nears, self._paid())

    def _paid(self) -> list[NDArray[np.int64]] | None:
        if self.rule.amount is None:
            return None
        empty = np.zeros(0, np.int64)
        places = np.concatenate([empty, *(places for places, _ in self._parts)])
        amounts = np.concatenate([empty, *(amounts for _, amounts in self._parts)])
        return [amounts[np.argsort(places)]]


def _numbers(column: pyarrow.Array) -> NDArray[Any]:
    numbers: NDArray[Any] = column.to_numpy(zero_copy_only=False)
    return numbers
