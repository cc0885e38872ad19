"""What registers above tell: who may not be assessed, and by whom nobody is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gongtu.base.sole import Sole
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

_gate = Sole[Gate](
    missing="No register says who may be assessed.",
    twice="There are two gates before an assessment.",
)
register_gate, the_gate = _gate.declare, _gate.get


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

_bench = Sole[BenchCheck](
    missing="No register says who may examine.", twice="Two registers say who may examine."
)
register_bench, the_bench = _bench.declare, _bench.get
