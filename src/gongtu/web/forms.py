"""A declared form as a Django form: the only place that knows both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.base.identifiers import IdNumber
from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import (
    Fact,
    Form,
    OrganisationKey,
    PersonKey,
    RecordKey,
    Text,
)
from gongtu.parties import queries as parties
from gongtu.web.fields import DayField
from gongtu.web.wording import several

Say = Callable[[str], str]
Records = Mapping[str, Sequence[tuple[str, str]]]

FEW = 6
SUGGESTIONS = 5
TRUTHS = (("true", "是"), ("false", "否"))


class OrganisationField(forms.CharField):
    """An organisation by its credit code or name; an unclear name lists what it may mean.

    `kind` names the roles it may have, a blank between them; empty: any.
    """

    def __init__(self, *, kind: str, **options: Any) -> None:
        self.kind = kind
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        """What was stored is an id; what people read is the name."""
        if not str(value or "").isdigit():
            return value
        return parties.get_organisation(int(value)).name

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        found = parties.search_organisations(text, *self.kind.split())[: SUGGESTIONS + 1]
        exact = [body for body in found if text in {body.name, body.uscc}]
        chosen = exact or found
        if len(chosen) == 1:
            return str(chosen[0].pk)
        if not chosen:
            raise ValidationError(_("没有找到这家单位，请填写全称或者统一社会信用代码。"))
        names = several(body.name for body in chosen[:SUGGESTIONS])
        raise ValidationError(_("有多家单位相符，请填写全称，例如：") + names)


class PersonField(forms.CharField):
    """A person by ID number; the number itself is not kept in the form."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.help_text = self.help_text or _("填写身份证号码；号码本身不保留。")

    def prepare_value(self, value: Any) -> Any:
        return "" if value and "-" in str(value) else value

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        try:
            IdNumber.parse(text)
        except Refused as refusal:
            raise ValidationError(list(refusal.reasons)) from None
        person = parties.find_person_by_id_number(text)
        if person is None:
            raise ValidationError(_("登记中没有这个身份证号，请核对；本人须先登记。"))
        return str(person.pk)


def form_class(
    declared: type[Form], *, say: Say, records: Records | None = None
) -> type[forms.Form]:
    """The Django form that asks what `declared` asks, in the reader's language.

    `records` gives the options of each question about an entry of a register.
    """
    fields = {
        name: _field(fact, say, (records or {}).get(name, ()))
        for name, fact in declared.facts.items()
    }
    return type(f"{declared.__name__}Page", (forms.Form,), fields)


def with_reason(page: type[forms.Form], *, required: bool) -> type[forms.Form]:
    """The form of a move, with room for the reasons."""
    reason = forms.CharField(
        label=_("理由"), required=required, widget=forms.Textarea, max_length=4000
    )
    return type(page.__name__, (page,), {"reason": reason})


def _field(fact: Fact[Any, Any], say: Say, records: Sequence[tuple[str, str]]) -> forms.Field:
    options: dict[str, Any] = {
        "label": say(fact.label),
        "required": not fact.optional,
        "help_text": say(fact.hint),
    }
    field = _by_kind(fact, options, say, records)
    if fact.unit:
        field.widget.attrs["unit"] = say(fact.unit)
    return field


def _by_kind(
    fact: Fact[Any, Any], options: dict[str, Any], say: Say, records: Sequence[tuple[str, str]]
) -> forms.Field:
    kind = fact.kind
    if issubclass(kind, RecordKey):
        return _choice(records, options)
    if issubclass(kind, Enum) or fact.choices:
        return _choice([(value, say(label)) for value, label in fact.choices], options)
    if kind is bool:
        return _choice([(value, _(label)) for value, label in TRUTHS], options)
    if issubclass(kind, OrganisationKey):
        return OrganisationField(kind=fact.choose, **options)
    if issubclass(kind, date):
        return DayField(**options)
    if issubclass(kind, PersonKey):
        return PersonField(**options)
    if issubclass(kind, str):
        long = issubclass(kind, Text)
        return forms.CharField(
            widget=forms.Textarea if long else None, max_length=fact.most, **options
        )
    return _number(kind, fact.most, options)


def _choice(choices: Sequence[tuple[str, str]], options: dict[str, Any]) -> forms.Field:
    if len(choices) <= FEW:
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **options)
    return forms.ChoiceField(choices=[("", _("请选择")), *choices], **options)


def _number(kind: type[Any], most: int, options: dict[str, Any]) -> forms.Field:
    if kind is Yuan:
        return forms.DecimalField(decimal_places=2, min_value=0, max_value=most, **options)
    return forms.IntegerField(max_value=most, **options)
