"""Answers as machines send them: organisations by credit code, persons by identity number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.identifiers import IdNumber
from gongtu.engines.casework.refusals import AnswersWrong
from gongtu.engines.casework.services import Handed
from gongtu.engines.entitlement.declare import Fact, Form, OrganisationKey, PersonKey
from gongtu.parties import queries as parties


def answers_told(form: type[Form] | None, told: Mapping[str, Any]) -> dict[str, Any]:
    """The answers with those who are on record found.

    Raises:
        AnswersWrong: With every field whose organisation or person is not on record.
    """
    facts = form.facts if form else {}
    answers, errors = dict(told), {}
    for name in told.keys() & facts.keys():
        try:
            answers[name] = _found(facts[name], told[name])
        except Refused as refusal:
            errors[name] = refusal.reasons
    if errors:
        raise AnswersWrong(errors)
    return answers


def files_told(files: Sequence[Any]) -> list[Handed]:
    """The files handed in with the opening."""
    return [Handed(file.material, file.name, file.content) for file in files]


def _found(fact: Fact[Any, Any], value: Any) -> Any:
    if value in (None, "") or not issubclass(fact.kind, OrganisationKey | PersonKey):
        return value
    if not isinstance(value, str):
        raise Refused(_("“%(label)s”：请填写文字。") % {"label": fact.label})
    if issubclass(fact.kind, OrganisationKey):
        return _organisation(fact, value)
    IdNumber.parse(value)
    person = parties.find_person_by_id_number(value)
    if person is None:
        raise Refused(_("登记中没有这个身份证号，请核对；本人须先登记。"))
    return str(person.pk)


def _organisation(fact: Fact[Any, Any], text: str) -> str:
    found = parties.search_organisations(text, *fact.choose.split())
    exact = [body for body in found if text.strip() in {body.name, body.uscc}]
    if len(exact) != 1:
        raise Refused(_("没有找到这家单位，请填写全称或者统一社会信用代码。"))
    return str(exact[0].pk)
