"""What was told and what is on record, each with its label, as people read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gongtu.engines.casework.answers import from_json
from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.registry import folder_of, get_procedure
from gongtu.engines.entitlement.declare import (
    Fact,
    Form,
    Known,
    OrganisationKey,
    PersonKey,
    RecordKey,
)
from gongtu.engines.entitlement.kinds import stored
from gongtu.parties import queries as parties
from gongtu.web.cases.records import title_of_record
from gongtu.web.wording import shown, told

Row = dict[str, str]


def answer_rows(procedure: Procedure, form: type[Form], answers: Mapping[str, Any]) -> list[Row]:
    """Every question of the form with its answer."""
    folder = folder_of(procedure.key)
    return [
        {"label": told(fact.label, folder), "value": _said(fact, answers.get(name), folder)}
        for name, fact in form.facts.items()
    ]


def answers_of(case: Any) -> list[dict[str, Any]]:
    """The opening form, then the form of every move made, each under its heading."""
    procedure, folder = get_procedure(case.procedure), folder_of(case.procedure)
    opening = from_json(procedure.form, case.answers)
    parts = [{"title": "", "rows": answer_rows(procedure, procedure.form, opening)}]
    for move in procedure.moves:
        if move.asks is not None and move.key in case.move_answers:
            answers = from_json(move.asks, case.move_answers[move.key])
            rows = answer_rows(procedure, move.asks, answers)
            parts.append({"title": told(move.label, folder), "rows": rows})
    return [part for part in parts if part["rows"]]


def known_rows(procedure: Procedure, known: Mapping[str, Known]) -> list[Row]:
    """What the registers say, with who keeps it; what nobody knows is left out."""
    folder = folder_of(procedure.key)
    facts = [fact for group in procedure.facts for fact in group.facts.values()]
    return [
        {
            "label": told(fact.label, folder),
            "value": _said(fact, known[fact.key].value, folder) + _unit(fact, folder),
            "source": told(known[fact.key].source or fact.source, folder),
        }
        for fact in facts
        if fact.key in known and known[fact.key].value is not None
    ]


def _said(fact: Fact[Any, Any], value: Any, folder: Any) -> str:
    if value is None or value == "":
        return "—"
    labels = dict(fact.choices)
    if (label := labels.get(str(stored(value)))) is not None:
        return told(label, folder)
    if issubclass(fact.kind, OrganisationKey) and str(value).isdigit():
        return parties.names_of_organisations([int(value)]).get(int(value), "—")
    if issubclass(fact.kind, PersonKey):
        return parties.get_person(value).name
    if issubclass(fact.kind, RecordKey):
        return title_of_record(fact, str(value))
    return told(shown(value), folder)


def _unit(fact: Fact[Any, Any], folder: Any) -> str:
    return f" {told(fact.unit, folder)}" if fact.unit else ""
