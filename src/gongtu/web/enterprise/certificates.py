"""Certificates an enterprise issued, as its pages show them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.parties.models import Organisation
from gongtu.registers.skills import queries as skills
from gongtu.registers.skills import services as register
from gongtu.registers.skills.choices import CertificateStatus, Grade, RevocationReason
from gongtu.web.asking import PAGE, first_page, next_page, place_asked
from gongtu.web.certificate_history import history_page
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.revoking import RevocationForm, revocation_reasons
from gongtu.web.standards_used import standards_used

MOODS = {"valid": "good", "suspended": "wait", "revoked": "bad", "superseded": "wait"}
COUNTING = frozenset({CertificateStatus.VALID, CertificateStatus.SUSPENDED})


class StandingForm(forms.Form):
    """Why a certificate is suspended, or counts again; its holder reads it."""

    reason = forms.CharField(
        label=gettext_lazy("理由（持证人会看到）"), widget=forms.Textarea, max_length=500
    )


def list_page(body: Organisation, request: Request) -> dict[str, Any]:
    """One page, the latest first; searched by number or by the holder's name."""
    found = skills.list_issued(body.pk)
    text = request.GET.get("text", "").strip()[:40]
    if text:
        found = skills.issued_matching(found, text)
    if (place := place_asked(request)) is not None:
        found = skills.issued_after(found, day=place[0], pk=place[1])
    page = list(found[: PAGE + 1])
    last = page[PAGE - 1] if len(page) > PAGE else None
    return {
        "text": text,
        "issuer": body.pk,
        "rejected": [_rejected(event) for event in skills.list_rejected(body.pk)[:PAGE]],
        "certificates": [row_of(one) for one in page[:PAGE]],
        "next_page": next_page(request, f"{last.issued_on}~{last.pk}" if last else ""),
        "first_page": first_page(request),
    }


def own_certificate(body: Organisation, number: str) -> Any:
    """The certificate of that number, if this enterprise issued it.

    Raises:
        Http404: It did not.
    """
    found = skills.list_issued(body.pk).filter(number=number).first()
    if found is None:
        raise Http404(number)
    return found


def _rejected(event: Any) -> dict[str, str]:
    """A row that the query system sent back."""
    number = event.certificate.number
    return {
        "number": number,
        "name": event.certificate.person.name,
        "reason": event.receipt.reason,
        "address": reverse("enterprise:show_certificate", args=[number]),
    }


def certificate_page(held: Any, form: StandingForm) -> dict[str, Any]:
    """One certificate with its history, and the form that suspends it or lets it count again."""
    return {
        "certificate": row_of(held),
        "history": history_page(held),
        "standards": standards_used(held.session_id),
        "may_suspend": held.status == CertificateStatus.VALID,
        "may_resume": held.status == CertificateStatus.SUSPENDED,
        "form": form,
    }


def change_standing(held: Any, form: StandingForm, request: Request) -> str:
    """Suspend what counts, resume what is suspended; what was done, in words."""
    told, by, on = form.cleaned_data["reason"], request.capacity, request.on
    if held.status == CertificateStatus.SUSPENDED:
        register.resume_certificate(held.number, told=told, by=by, on=on)
        return _("证书已恢复，查验时即刻显示为有效。")
    register.suspend_certificate(held.number, told=told, by=by, on=on)
    return _("证书已暂停，查验时不再显示为有效。")


def row_of(held: Any) -> dict[str, Any]:
    """One certificate as a line."""
    may_revoke = held.status in COUNTING
    return {
        "number": held.number,
        "name": held.person.name,
        "title": f"{held.occupation.name} · {label_of(Grade(held.grade))}",
        "issued_on": held.issued_on,
        "status": _words()[held.status],
        "mood": MOODS[held.status],
        "reason": revocation_reasons().get(held.revoked_for, ""),
        "address": reverse("enterprise:show_certificate", args=[held.number]),
        "check": reverse("public:show_verdict", args=[held.number]),
        "revoke": reverse("enterprise:revoke_certificate", args=[held.number])
        if may_revoke
        else "",
    }


def revoke(held: Any, form: RevocationForm, request: Request) -> None:
    """Take the certificate back."""
    told = form.cleaned_data
    register.revoke_certificate(
        held.number,
        reason=RevocationReason(told["reason"]),
        told=told["told"],
        heard=told["heard"],
        by=request.capacity,
        on=request.on,
    )


def _words() -> dict[str, str]:
    return {
        "valid": _("有效"),
        "suspended": _("已暂停"),
        "revoked": _("已撤销"),
        "superseded": _("已被替代"),
    }
