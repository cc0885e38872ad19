"""What several forms share: days, people by their number, choices known only when asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gongtu.base.errors import Refused
from gongtu.base.identifiers import IdNumber
from gongtu.parties.queries import find_person_by_id_number


class DayField(forms.DateField):
    """A day, picked from the browser's own calendar."""

    widget = forms.DateInput({"type": "date"}, "%Y-%m-%d")


class PersonField(forms.CharField):
    """A person on record, by the whole ID number."""

    def clean(self, value: Any) -> Any:
        text: str = super().clean(value)
        try:
            found = find_person_by_id_number(IdNumber.parse(text).text)
        except Refused as refusal:
            raise ValidationError(list(refusal.reasons)) from None
        if found is None:
            raise ValidationError(_("没有这一号码的登记。"))
        return found


def offer_choices(form: forms.Form, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """From now on the field `name` of this form takes these, each a value and its label."""
    cast("forms.ChoiceField", form.fields[name]).choices = list(choices)
