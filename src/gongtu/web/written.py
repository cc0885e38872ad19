"""A form that is handed in and written, or stands again with what was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from gongtu.base.errors import Refused
from gongtu.web.http import Request, status_of

Made = TypeVar("Made")
# What is not found, or does not do, is mended in the form; what is others', or too old, is not.
MENDED = (404, 422)


def handed_in(request: Request) -> QueryDict | None:
    """What was handed in, be it nothing; None where the form is only looked at."""
    return request.POST if request.method == "POST" else None


def made(form: forms.Form, make: Callable[[], Made], *, field: str | None = None) -> Made | None:
    """What was made of a form handed in; a refusal stands on the form, or on its `field`.

    Raises:
        Refused: It is not theirs to make, or moved on meanwhile; no form mends that.
    """
    if not form.is_valid():
        return None
    try:
        return make()
    except Refused as refused:
        if status_of(refused) not in MENDED:
            raise
        form.add_error(field, list(refused.reasons))
        return None


def written(form: forms.Form, write: Callable[[], object], *, field: str | None = None) -> bool:
    """Whether the form was handed in and written; as `made`, where nothing comes of it to go on."""
    return made(form, lambda: (write(),), field=field) is not None


def show_form(request: Request, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """The page of the context's `form`: 422 where something in it was refused."""
    status = 422 if context["form"].errors else 200
    return render(request, template, dict(context), status=status)
