"""A run over a city by the fastest execution that this machine has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gongtu.engines.entitlement.city import oracle, vector
from gongtu.engines.entitlement.city.outcome import Outcome
from gongtu.engines.entitlement.city.program import Program
from gongtu.engines.entitlement.city.sql import on_duckdb


class Execution(StrEnum):
    """How rules are run; what they find is the same."""

    VECTOR = "vector"
    NUMPY = "numpy"
    DUCKDB = "duckdb"


@dataclass(frozen=True, slots=True)
class Ran:
    """What was found, by which execution; `instead` says why not by the one asked for."""

    outcome: Outcome
    execution: Execution
    instead: str = ""


def run(program: Program, by: Execution = Execution.VECTOR) -> Ran:
    """Every rule over every row; by NumPy where vector code cannot be had, and it says so.

    Raises:
        Broken: DuckDB was asked for and is not installed.

    >>> from gongtu.engines.entitlement.city.columns import Frame, Town
    >>> from datetime import date
    >>> nobody = Frame("person", 0, {})
    >>> asked = Program(Town(date(2026, 9, 1), {"person": nobody}), nobody, (), {}, {})
    >>> run(asked, Execution.NUMPY).execution
    <Execution.NUMPY: 'numpy'>
    """
    if by is Execution.NUMPY:
        return Ran(oracle.run(program), by)
    if by is Execution.DUCKDB:
        return Ran(on_duckdb.run(program), by)
    if missing := vector.missing():
        return Ran(oracle.run(program), Execution.NUMPY, f"Run by NumPy, because {missing}.")
    return Ran(vector.run(program), by)
