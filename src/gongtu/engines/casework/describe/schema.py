"""A form as JSON Schema, for the API."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from gongtu.base.money import Yuan
from gongtu.engines.casework.describe.reader import Reader
from gongtu.engines.casework.vocabulary import NoForm
from gongtu.engines.entitlement.declare import Fact, Form, Text

_PLAIN: tuple[tuple[type, dict[str, Any]], ...] = (
    (bool, {"type": "boolean"}),
    (int, {"type": "integer"}),
    (date, {"type": "string", "format": "date"}),
    (Yuan, {"type": "string", "pattern": r"^\d+(\.\d{1,2})?$"}),
    (Text, {"type": "string", "contentMediaType": "text/plain"}),
    (str, {"type": "string"}),
)


def schema(form: type[Form], reader: Reader) -> dict[str, Any]:
    """The answers a form takes, under JSON Schema 2020-12."""
    asked = {name: _field(fact, reader) for name, fact in form.facts.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": form.__name__ if form is not NoForm else "",
        "type": "object",
        "properties": asked,
        "required": [name for name, fact in form.facts.items() if not fact.optional],
        "additionalProperties": False,
    }


def _field(fact: Fact[Any, Any], reader: Reader) -> dict[str, Any]:
    plain = next(told for kind, told in _PLAIN if issubclass(fact.kind, kind))
    told = {**plain, "title": reader.say(fact.label)}
    if fact.hint:
        told["description"] = reader.say(fact.hint)
    if issubclass(fact.kind, Enum) or fact.choices:
        told["oneOf"] = [{"const": key, "title": reader.say(zh)} for key, zh in fact.choices]
    if fact.choose:
        told["x-choose"] = fact.choose
    if fact.unit:
        told["x-unit"] = fact.unit
    return told
