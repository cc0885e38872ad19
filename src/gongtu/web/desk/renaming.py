"""An issuer's change of name as the desk records it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gongtu.records.journal.queries import list_chain, text_of
from gongtu.registers.skills import services as register
from gongtu.web.fields import DayField
from gongtu.web.http import Request
from gongtu.web.wording import name_of


class NameForm(forms.Form):
    """The new name, since when, and on which document."""

    name = forms.CharField(label=_("变更后的名称"), max_length=120)
    since = DayField(label=_("变更日期"))
    document = forms.CharField(
        label=_("依据的文件"), max_length=200, help_text=_("例如变更登记通知书的文号和日期。")
    )


def rename_page(organisation: int, form: NameForm, request: Request) -> dict[str, Any]:
    """The issuer, every change of its name so far, and the form for another."""
    issuer = register.issuer_to_rename(organisation, by=request.capacity, on=request.on)
    renamed = list_chain(f"organisation:{issuer.pk}").filter(kind="renamed")
    return {
        "issuer": name_of(issuer),
        "organisation": issuer.pk,
        "renamed": [{"on": one.on, "told": text_of(one)} for one in renamed.order_by("-seq")],
        "form": form,
    }
