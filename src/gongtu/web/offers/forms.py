"""What somebody fills in of their own accord."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gongtu.registers.offers.choices import Why
from gongtu.web.fields import DayField, offer_choices


class WhyForm(forms.Form):
    """Why an offer was not taken, and what would have helped."""

    why = forms.ChoiceField(label=_("为什么没有领取？"), widget=forms.RadioSelect)
    wish = forms.CharField(
        label=_("怎样做会对您更有用？"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=2000,
        help_text=_("可以不填。请不要写姓名、号码等个人信息。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, "why", Why.choices)


class WhatIfForm(forms.Form):
    """A diploma one means to finish first; nothing of it is kept."""

    schooling = forms.ChoiceField(
        label=_("先取得的学历"),
        choices=[("secondary", _("中等职业学历")), ("college", _("大专学历"))],
    )
    by = DayField(
        label=_("预计毕业的日期"),
        help_text=_("学制没有公开的依据，请按学校告诉您的日期填写，三年以内。"),
    )
