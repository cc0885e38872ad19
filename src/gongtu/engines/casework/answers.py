"""What people write into a form: checked field by field, kept as JSON, and read back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.refusals import AnswersWrong
from gongtu.engines.entitlement.declare import Form
from gongtu.engines.entitlement.kinds import read, stored


def read_answers(form: type[Form], told: Mapping[str, Any]) -> dict[str, Any]:
    """The answers in the kinds the form asks for; what was left open is None.

    Raises:
        AnswersWrong: With every field at fault, and with questions the form does not ask.
    """
    answers: dict[str, Any] = {}
    errors: dict[str, tuple[str, ...]] = {
        name: (_("表单中没有这一项。"),) for name in told if name not in form.facts
    }
    for name, fact in form.facts.items():
        value = told.get(name)
        try:
            answers[name] = fact.read(value.strip() if type(value) is str else value)
        except Refused as refused:
            errors[name] = refused.reasons
    if errors:
        raise AnswersWrong(errors)
    return answers


def as_json(answers: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as the tables keep them: days as ISO text, money as decimal text."""
    return {name: stored(value) for name, value in answers.items()}


def from_json(form: type[Form], kept: Mapping[str, Any]) -> dict[str, Any]:
    """The typed answers behind what `as_json` kept."""
    return {name: read(fact.kind, kept.get(name)) for name, fact in form.facts.items()}
