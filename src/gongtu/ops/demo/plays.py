"""How a case of the demo is played: opened, then moved on, step by step, up to some stage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from gongtu.base import typeset
from gongtu.engines.casework import services
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.casework.services import Handed
from gongtu.ops.demo.town import Town
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.parties.roles import Role

WITHDRAW, RECONSIDER = "withdraw", "reconsider"
TEMPLATE = Path(__file__).parent / "material.typ"


@dataclass(frozen=True, slots=True)
class Turn:
    """One move of a play, so many days after the one before."""

    move: str
    who: Capacity
    after: int = 3
    answers: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Play:
    """One case: who opens what, when, and what follows."""

    procedure: str
    opener: Capacity
    opened: date
    answers: Mapping[str, Any]
    turns: Sequence[Turn] = ()


def perform(town: Town, play: Play) -> str:
    """Open the case and make its moves up to the demo's day; returns its number."""
    case = _opened(play)
    carry_on(town, case.number, play.opened, play.turns)
    return case.number


def _opened(play: Play) -> Case:
    if play.opener.role is Role.PUBLIC:
        place, key = play.opener.division or "", uuid4().hex
        told = services.Told(answers=play.answers, division=place, key=key)
        return services.open_for_stranger(play.procedure, told, on=play.opened)
    return services.open_case(
        play.procedure,
        answers=play.answers,
        by=play.opener,
        on=play.opened,
        files=_materials(get_procedure(play.procedure)),
    )


def carry_on(town: Town, number: str, day: date, turns: Sequence[Turn]) -> None:
    """Make these moves one after another, from a day up to the demo's."""
    for turn in turns:
        day += timedelta(days=turn.after)
        if day > town.on:
            break
        _make(number, turn, day)


def _make(number: str, turn: Turn, day: date) -> None:
    if turn.move == WITHDRAW:
        services.withdraw(number, by=turn.who, on=day, reason=turn.reason)
        return
    if turn.move == RECONSIDER:
        services.ask_reconsideration(number, by=turn.who, on=day, reason=turn.reason)
        return
    services.make_move(
        number, turn.move, by=turn.who, on=day, answers=turn.answers, reason=turn.reason
    )


def cut(paths: Sequence[Sequence[Turn]], place: int) -> Sequence[Turn]:
    """One of the paths; each round of places ends one turn earlier, so that every stage is met."""
    path = paths[place % len(paths)]
    shorter = place // len(paths) % (len(path) + 1)
    return path[: len(path) - shorter]


def _materials(procedure: Procedure) -> list[Handed]:
    return [
        Handed(material.key, f"{material.label}.pdf", paper(material.label))
        for material in procedure.materials
        if material.required
    ]


def line_of(person: Person) -> str:
    """A line of a pasted list: the name, and the day of birth for namesakes."""
    return f"{person.name} {person.birth}"


@cache
def paper(title: str) -> bytes:
    """A page that says what it stands for, and that it is synthetic."""
    return typeset.pdf(TEMPLATE, {"title": title})
