"""Whether a certificate counts, as issuer and office decide it: suspended, counting again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.base.errors import Refused
from gongtu.registers.skills import services as register
from gongtu.registers.skills.choices import CertificateStatus, Grade
from gongtu.web.certificate_history import history_page, standing_of
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.standards_used import standards_used
from gongtu.web.written import show_form, written

SUSPEND, RESUME = "suspend", "resume"
COUNTING = frozenset({CertificateStatus.VALID, CertificateStatus.SUSPENDED})


class StandingForm(forms.Form):
    """Why a certificate is suspended, or counts again; its holder reads it.

    What is meant is said, so that a second click does not take the first one back.
    """

    act = forms.ChoiceField(choices=[(SUSPEND, SUSPEND), (RESUME, RESUME)])
    reason = forms.CharField(
        label=gettext_lazy("理由（持证人会看到）"), widget=forms.Textarea, max_length=500
    )


def decide_standing(
    request: Request, template: str, *, certificate: dict[str, Any], held: Any
) -> HttpResponse:
    """The page of a certificate with its history, on which it is suspended and counts again."""
    form = StandingForm(request.POST or None)
    if written(form, lambda: change_standing(held, form, request)):
        messages.success(request, _done(form))
        return redirect(certificate["address"])
    context = {"certificate": certificate, **_standing_page(held), "form": form}
    return show_form(request, template, context)


def row_of(held: Any, area: str) -> dict[str, Any]:
    """One certificate as its issuer and the office see it, each on the pages of their area."""
    revoke_at = reverse(f"{area}:revoke_certificate", args=[held.number])
    return {
        "number": held.number,
        "name": held.person.name,
        "title": f"{held.occupation.name} · {label_of(Grade(held.grade))}",
        "issued_on": held.issued_on,
        **standing_of(held),
        "may_revoke": held.status in COUNTING,
        "address": reverse(f"{area}:show_certificate", args=[held.number]),
        "check": reverse("public:show_verdict", args=[held.number]),
        "revoke": revoke_at if held.status in COUNTING else "",
    }


def _standing_page(held: Any) -> dict[str, Any]:
    return {
        "history": history_page(held),
        "standards": standards_used(held.session_id),
        "may_suspend": held.status == CertificateStatus.VALID,
        "may_resume": held.status == CertificateStatus.SUSPENDED,
    }


def change_standing(held: Any, form: StandingForm, request: Request) -> None:
    """Suspend or resume; a second click finds it done."""
    if form.cleaned_data["act"] == RESUME:
        change, meant = register.resume_certificate, CertificateStatus.VALID
    else:
        change, meant = register.suspend_certificate, CertificateStatus.SUSPENDED
    if held.status == meant:
        return
    told = form.cleaned_data["reason"]
    try:
        change(held.number, told=told, by=request.capacity, on=request.on)
    except Refused:
        # The first click may have been faster than the page that asked.
        held.refresh_from_db(fields=["status"])
        if held.status != meant:
            raise


def _done(form: StandingForm) -> str:
    if form.cleaned_data["act"] == RESUME:
        return _("证书已恢复，查验时即刻显示为有效。")
    return _("证书已暂停，查验时不再显示为有效。")
