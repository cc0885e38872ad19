"""A certificate as the office sees it that supervises its issuer."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from gongtu.registers.skills import services as register
from gongtu.web import certificate_standing as standing
from gongtu.web.certificate_standing import StandingForm, standing_page
from gongtu.web.http import Request
from gongtu.web.wording import name_of


def supervised(number: str, request: Request) -> Any:
    """The certificate of that number.

    Raises:
        CertificateUnknown, NotEntitled: There is none, or its issuer lies elsewhere.
    """
    return register.supervised_certificate(number, by=request.capacity, on=request.on)


def certificate_page(held: Any, form: StandingForm) -> dict[str, Any]:
    """One certificate with its history, and what may be decided on it."""
    return {"certificate": row_of(held), **standing_page(held, form)}


def row_of(held: Any) -> dict[str, Any]:
    """Whose it is, of what and by whom, and where it is decided on."""
    row = standing.row_of(held)
    revoke = reverse("desk:revoke_certificate", args=[held.number])
    return {
        **row,
        "issuer": name_of(held.issuer),
        "address": reverse("desk:show_certificate", args=[held.number]),
        "check": reverse("public:show_verdict", args=[held.number]),
        "revoke": revoke if row["may_revoke"] else "",
    }
