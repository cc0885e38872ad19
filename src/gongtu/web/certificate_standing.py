"""Whether a certificate counts, as issuer and office decide it: suspended, resumed, revoked."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.base.errors import Refused
from gongtu.parties.access import NotEntitled
from gongtu.registers.skills import services as register
from gongtu.registers.skills.choices import CertificateStatus, Grade, RevocationReason
from gongtu.web.certificate_history import history_page
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request
from gongtu.web.revoking import RevocationForm
from gongtu.web.standards_used import standards_used

SUSPEND, RESUME = "suspend", "resume"
MOODS = {"valid": "good", "suspended": "wait", "revoked": "bad", "superseded": "wait"}
COUNTING = frozenset({CertificateStatus.VALID, CertificateStatus.SUSPENDED})


class StandingForm(forms.Form):
    """Why a certificate is suspended, or counts again; its holder reads it.

    What is meant is said, so that a second click does not take the first one back.
    """

    act = forms.ChoiceField(choices=[(SUSPEND, SUSPEND), (RESUME, RESUME)])
    reason = forms.CharField(
        label=gettext_lazy("理由（持证人会看到）"), widget=forms.Textarea, max_length=500
    )


def standing_page(held: Any, form: StandingForm) -> dict[str, Any]:
    """The history of a certificate, and what may be decided on it."""
    return {
        "history": history_page(held),
        "standards": standards_used(held.session_id),
        "may_suspend": held.status == CertificateStatus.VALID,
        "may_resume": held.status == CertificateStatus.SUSPENDED,
        "form": form,
    }


def row_of(held: Any) -> dict[str, Any]:
    """One certificate as its issuer and the office see it."""
    return {
        "number": held.number,
        "name": held.person.name,
        "title": f"{held.occupation.name} · {label_of(Grade(held.grade))}",
        "issued_on": held.issued_on,
        "status": _words()[held.status],
        "mood": MOODS[held.status],
        "may_revoke": held.status in COUNTING,
    }


def change_standing(held: Any, form: StandingForm, request: Request) -> str:
    """Suspend or resume; what was done in words, empty where it was refused and the form says so.

    A second click finds it done.

    Raises:
        NotEntitled: It is not theirs to decide.
    """
    told, by, on = form.cleaned_data["reason"], request.capacity, request.on
    if form.cleaned_data["act"] == RESUME:
        change, meant = register.resume_certificate, CertificateStatus.VALID
        done = _("证书已恢复，查验时即刻显示为有效。")
    else:
        change, meant = register.suspend_certificate, CertificateStatus.SUSPENDED
        done = _("证书已暂停，查验时不再显示为有效。")
    if held.status == meant:
        return done
    try:
        change(held.number, told=told, by=by, on=on)
    except NotEntitled:
        raise
    except Refused as refused:
        form.add_error(None, list(refused.reasons))
        return ""
    return done


def revoke(held: Any, form: RevocationForm, request: Request) -> bool:
    """Take it back after its holder was heard; False where it was refused and the form says so.

    Raises:
        NotEntitled: It is not theirs to decide.
    """
    told = form.cleaned_data
    try:
        register.revoke_certificate(
            held.number,
            reason=RevocationReason(told["reason"]),
            told=told["told"],
            heard=told["heard"],
            by=request.capacity,
            on=request.on,
        )
    except NotEntitled:
        raise
    except Refused as refused:
        form.add_error(None, list(refused.reasons))
        return False
    return True


def _words() -> dict[str, str]:
    return {
        "valid": _("有效"),
        "suspended": _("已暂停"),
        "revoked": _("已撤销"),
        "superseded": _("已被替代"),
    }
