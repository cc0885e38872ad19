"""The longest words and the largest numbers that forms let in are kept by every table they reach.

Scenarios are played with one answer at its utmost.  What comes after may be refused for its sense;
it must not break the database, which on SQLite would bear anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from typing import Any

import pytest

from gongtu.base.errors import Refused
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.entitlement.declare import Form
from gongtu.provisions import Provision, discover
from tests.scenarios.play import play, stories
from tests.scenarios.town import found

Told = dict[str, Any]


def utmost(form: type[Form] | None, told: Told) -> Iterator[tuple[str, Any]]:
    """What a scenario answers in words or numbers of its own, each at its utmost."""
    for name in told if form else ():
        fact = form.facts[name]
        if fact.kind is str and not fact.choices:
            yield name, "长" * fact.most
        elif fact.kind is int:
            yield name, fact.most


def questions(provision: Provision, procedure: Procedure) -> Iterator[tuple[str, Told]]:
    """Each question once, in the first scenario that answers it."""
    asks = {move.key: move.asks for move in procedure.moves}
    seen: set[tuple[str, str]] = set()
    for story in stories(provision):
        turns = [(n, turn) for n, turn in enumerate(story["moves"]) if "refused" not in turn]
        answered = [((), "opened", procedure.form, story.get("form", {}))]
        answered += [
            (("moves", n), turn["do"], asks.get(turn["do"]), turn.get("form", {}))
            for n, turn in turns
            if "do" in turn
        ]
        for way, act, form, told in answered:
            for name, value in utmost(form, told):
                if (act, name) not in seen:
                    seen.add((act, name))
                    yield f"{act}.{name}", _changed(story, (*way, "form", name), value)


def _changed(story: Told, way: tuple[Any, ...], value: Any) -> Told:
    changed = deepcopy(story)
    *ahead, last = way
    place: Any = changed
    for step in ahead:
        place = place[step]
    place[last] = value
    return changed


ASKED = [
    pytest.param(procedure, story, id=f"{provision.key}: {procedure.key}: {question}")
    for provision in discover()
    for procedure in provision.procedures
    for question, story in questions(provision, procedure)
]


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize(("procedure", "story"), ASKED)
def test_the_utmost_answer_breaks_no_table(procedure: Procedure, story: Told) -> None:
    with suppress(Refused, AssertionError, pytest.fail.Exception):
        play(procedure, story, found())
