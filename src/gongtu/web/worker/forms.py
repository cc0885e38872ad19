"""What a worker fills in of their own accord."""

from __future__ import annotations

from collections.abc import Collection

from django import forms
from django.utils.translation import gettext_lazy as _

from gongtu.web.fields import DayField, offer_choices

DIPLOMAS = (("secondary", _("中等职业学历")), ("college", _("大专学历")))


class WhatIfForm(forms.Form):
    """A diploma one means to finish first; nothing of it is kept."""

    schooling = forms.ChoiceField(
        label=_("先取得的学历"),
        choices=DIPLOMAS,
    )
    by = DayField(
        label=_("预计毕业的日期"),
        help_text=_("学制没有公开的依据，请按学校告诉您的日期填写，三年以内。"),
    )

    def offer(self, diplomas: Collection[str]) -> None:
        """Only what is further than the schooling on record."""
        offer_choices(self, "schooling", [one for one in DIPLOMAS if one[0] in diplomas])
