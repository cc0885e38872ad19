"""How a certificate is taken back, whatever it certifies: why, and what its holder said before."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from gongtu.registers.skills.choices import RevocationReason
from gongtu.web.chain_page import label_of
from gongtu.web.fields import offer_choices


class RevocationForm(forms.Form):
    """Why, in a class for the public and in full for the file; and the holder's own words."""

    reason = forms.ChoiceField(
        label=gettext_lazy("撤销原因类别（公众查验时可见）"), widget=forms.RadioSelect
    )
    told = forms.CharField(label=gettext_lazy("撤销的详细理由"), widget=forms.Textarea)
    heard = forms.CharField(
        label=gettext_lazy("持证人的陈述、申辩"),
        help_text=gettext_lazy(
            "撤销前应当告知持证人并听取意见；没有意见的，写明何时以何种方式告知。"
        ),
        widget=forms.Textarea,
    )
    confirmed = forms.BooleanField(label=gettext_lazy("我已核对，确认撤销这份证书"))

    def __init__(self, *told: Any) -> None:
        super().__init__(*told)
        choices = list(revocation_reasons().items())
        offer_choices(self, "reason", choices)


def revocation_reasons() -> dict[str, str]:
    """Classes of reasons that one certificate is taken back for, in the reader's language."""
    # A key is decided on once for all that it signed.
    one_by_one = (one for one in RevocationReason if one != RevocationReason.KEY_COMPROMISED)
    return {reason.value: label_of(reason) for reason in one_by_one}
