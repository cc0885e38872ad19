"""Forms that need no account."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gongtu.base.errors import Refused
from gongtu.registers.skills.numbers import parse_number


class CheckForm(forms.Form):
    """What a stranger must know to see a certificate."""

    number = forms.CharField(
        label=_("证书编号"), max_length=40, help_text=_("22位，例如 Y000037000001263000001")
    )
    name = forms.CharField(label=_("持证人姓名"), max_length=60)

    def clean_number(self) -> str:
        number: str = self.cleaned_data["number"]
        try:
            parse_number(number)
        except Refused as refusal:
            raise ValidationError(list(refusal.reasons)) from None
        return number


class ObjectionForm(forms.Form):
    """An objection to a public notice; name and contact may stay empty."""

    text = forms.CharField(label=_("异议内容"), widget=forms.Textarea, max_length=4000)
    name = forms.CharField(label=_("姓名"), required=False, max_length=80)
    contact = forms.CharField(
        label=_("联系方式"),
        required=False,
        max_length=120,
        help_text=_("留下电话或邮箱，才能把答复送给您。"),
    )

    def cleaned(self) -> dict[str, Any]:
        """The answers under the names the service takes."""
        return {name: self.cleaned_data[name] for name in ("text", "name", "contact")}
