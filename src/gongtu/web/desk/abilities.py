"""A certificate of a special ability, as the page shows it on which it is taken back."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from gongtu.registers.skills import services as register
from gongtu.registers.skills.choices import RevocationReason
from gongtu.web.http import Request
from gongtu.web.revoking import RevocationForm


def row_of(held: Any) -> dict[str, Any]:
    """Whose it is, of what, and where the public checks it."""
    return {
        "number": held.number,
        "name": held.person.name,
        "title": held.name,
        "issued_on": held.issued_on,
        "check": reverse("public:show_verdict", args=[held.number]),
    }


def revoke(number: str, form: RevocationForm, request: Request) -> None:
    """Take the certificate back."""
    told = {name: form.cleaned_data[name] for name in ("told", "heard")}
    reason = RevocationReason(form.cleaned_data["reason"])
    register.revoke_ability(number, reason=reason, **told, by=request.capacity, on=request.on)
