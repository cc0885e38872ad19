"""What somebody fills in of their own accord."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from gongtu.registers.offers.choices import Why
from gongtu.web.fields import offer_choices


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
