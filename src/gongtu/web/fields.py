"""What several forms share: days, and choices that are known only when a form is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django import forms


class DayField(forms.DateField):
    """A day, picked from the browser's own calendar."""

    widget = forms.DateInput({"type": "date"}, "%Y-%m-%d")


def offer_choices(form: forms.Form, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """From now on the field `name` of this form takes these, each a value and its label."""
    cast("forms.ChoiceField", form.fields[name]).choices = list(choices)
