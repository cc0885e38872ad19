"""A form that is handed in and written, or stands again with what was refused."""

from __future__ import annotations

from collections.abc import Callable

from django import forms

from gongtu.base.errors import Refused
from gongtu.parties.access import NotEntitled


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
