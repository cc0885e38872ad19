"""What a body filed, and giving it up."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from gongtu.registers.skills.queries.filed import open_sessions
from gongtu.web.agreements_page import scope_of


class GivingUpForm(forms.Form):
    """Why a filing is given up."""

    reason = forms.CharField(label=_("放弃备案的理由"), widget=forms.Textarea, max_length=500)
    confirmed = forms.BooleanField(label=_("我已核对，确认从今日起不再评价"))


def giving_up_page(filing: Any, form: GivingUpForm, *, on: date) -> dict[str, Any]:
    """The filing, and the sessions that are to end before it can."""
    return {
        "filing": {
            "occupation": filing.occupation.name,
            "scope": scope_of("", filing.lowest, filing.highest),
            "since": filing.since,
            "is_over": filing.until is not None and filing.until <= on,
        },
        "sessions": [
            {
                "address": reverse("enterprise:show_session", args=[one.case_number]),
                "planned_on": one.planned_on,
                "place": one.place,
                "number": one.case_number,
            }
            for one in open_sessions(filing)
        ],
        "form": form,
    }
