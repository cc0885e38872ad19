"""How a certificate is taken back, whatever it certifies: why, and what its holder said before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.engines.credentials.choices import Status
from gongtu.engines.credentials.queries import find_credential
from gongtu.registers.skills.choices import RevocationReason
from gongtu.registers.skills.services import CertificateNotValid
from gongtu.web.chain_page import label_of
from gongtu.web.fields import offer_choices
from gongtu.web.http import Request
from gongtu.web.written import show_form, written


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

    def decision(self) -> dict[str, Any]:
        """What was decided, as the register asks for it."""
        told = {name: self.cleaned_data[name] for name in ("told", "heard")}
        return {"reason": RevocationReason(self.cleaned_data["reason"]), **told}


def decide_revocation(
    request: Request,
    template: str,
    *,
    certificate: dict[str, Any],
    revoke: Callable[..., object],
    after: str,
) -> HttpResponse:
    """The page on which the register's `revoke` takes a certificate back; then comes `after`."""
    form, number = RevocationForm(request.POST or None), certificate["number"]

    def revoke_once() -> None:
        try:
            revoke(number, **form.decision(), by=request.capacity, on=request.on)
        except CertificateNotValid:
            if not is_revoked_so(number, form):
                raise

    if written(form, revoke_once):
        messages.success(request, _("证书已撤销，查验时即刻显示为已撤销。"))
        return redirect(after)
    return show_form(request, template, {"certificate": certificate, "form": form})


def is_revoked_so(number: str, form: RevocationForm) -> bool:
    """Whether just this was decided before: a second click, which changes nothing."""
    found, told = find_credential(number), form.cleaned_data
    if found is None or found.status != Status.REVOKED:
        return False
    return (found.reason_class, found.reason) == (told["reason"], told["told"])


def revocation_reasons() -> dict[str, str]:
    """Classes of reasons that one certificate is taken back for, in the reader's language."""
    # A key is decided on once for all that it signed.
    one_by_one = (one for one in RevocationReason if one != RevocationReason.KEY_COMPROMISED)
    return {reason.value: label_of(reason) for reason in one_by_one}
