"""What somebody must do to open a case, as a list to tick off."""

from __future__ import annotations

from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.describe.reader import Reader


def tasks(procedure: Procedure, lang: str = "zh") -> list[dict[str, str]]:
    """Each thing to do, with `key`, `kind` (question, material, check) and `label`."""
    reader = Reader.of(procedure.key, lang)
    questions = [
        {"key": name, "kind": "question", "label": reader.say(fact.label)}
        for name, fact in procedure.form.facts.items()
    ]
    materials = [
        {"key": material.key, "kind": "material", "label": reader.say(material.label)}
        for material in procedure.materials
        if material.required
    ]
    check = {
        "key": "check",
        "kind": "check",
        "label": reader.choose("核对并提交", "Check and send"),
    }
    return [*questions, *materials, check]
