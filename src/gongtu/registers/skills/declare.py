"""What registers above tell: who may not be assessed, and by whom nobody is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gongtu.base.errors import Broken
from gongtu.registers.skills.choices import Grade


@dataclass(frozen=True, slots=True)
class Barred:
    """Why somebody may not be assessed; or, where it is not certain, what has to be declared."""

    says: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Who is to be assessed for what, and of whom the assessor declared to have checked it."""

    people: Collection[UUID]
    declared: Collection[UUID]
    occupation: str
    grade: Grade
    on: date


Gate = Callable[[Asked], Mapping[UUID, Barred]]
"""Whoever of them is barred, and why; what is not certain bars nobody of whom it was declared."""

_gates: list[Gate] = []


def register_gate(gate: Gate) -> None:
    """Ask this gate from now on.

    Raises:
        Broken: There is another one.
    """
    if _gates and _gates[0] is not gate:
        raise Broken("There are two gates before an assessment.")
    _gates[:] = [gate]


def the_gate() -> Gate:
    """The gate before an assessment.

    Raises:
        Broken: No register declares one.
    """
    if not _gates:
        raise Broken("No register says who may be assessed.")
    return _gates[0]


@dataclass(frozen=True, slots=True)
class Bench:
    """By which examiners, told by their numbers, people are assessed, for what and on which day.

    `session` is the case that the session is planned under; empty where none is yet.
    """

    numbers: Sequence[str]
    people: Collection[UUID]
    occupation: str
    grade: Grade
    on: date
    session: str = ""


BenchCheck = Callable[[Bench], Sequence[str]]
"""Why the results of such a session are not taken; empty where they are."""

_benches: list[BenchCheck] = []


def register_bench(check: BenchCheck) -> None:
    """Ask from now on whether this lets a session be examined so.

    Raises:
        Broken: There is another one.
    """
    if _benches and _benches[0] is not check:
        raise Broken("Two registers say who may examine.")
    _benches[:] = [check]


def the_bench() -> BenchCheck:
    """What says by whom a session may be examined.

    Raises:
        Broken: No register declares it.
    """
    if not _benches:
        raise Broken("No register says who may examine.")
    return _benches[0]
