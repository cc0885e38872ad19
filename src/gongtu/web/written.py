"""A form that is handed in and written, or stands again with what was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render

from gongtu.base.errors import Refused
from gongtu.parties.access import NotEntitled
from gongtu.web.http import Request


def written(form: forms.Form, write: Callable[[], object]) -> bool:
    """Whether the form was handed in and written; a refusal stands on the form."""
    if not form.is_valid():
        return False
    try:
        write()
    except NotEntitled:
        raise
    except Refused as refused:
        form.add_error(None, list(refused.reasons))
        return False
    return True


def show_form(request: Request, template: str, context: Mapping[str, Any]) -> HttpResponse:
    """The page of the context's `form`: 422 where something in it was refused."""
    status = 422 if context["form"].errors else 200
    return render(request, template, dict(context), status=status)
