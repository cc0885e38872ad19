"""Certificates an enterprise issued, as its pages show them."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.urls import reverse

from gongtu.parties.models import Organisation
from gongtu.registers.skills import queries as skills
from gongtu.web import certificate_standing as standing
from gongtu.web.asking import PAGE, page_of, place_asked, place_of
from gongtu.web.http import Request
from gongtu.web.revoking import revocation_reasons


def list_page(body: Organisation, request: Request) -> dict[str, Any]:
    """One page, the latest first; searched by number or by the holder's name."""
    found = skills.list_issued(body.pk)
    text = request.GET.get("text", "").strip()[:40]
    if text:
        found = skills.issued_matching(found, text)
    if (place := place_asked(request)) is not None:
        found = skills.issued_after(found, day=place[0], pk=place[1])
    rows, pages = page_of(found, request, place_of("issued_on"))
    return {
        "text": text,
        "issuer": body.pk,
        "rejected": [_rejected(event) for event in skills.list_rejected(body.pk)[:PAGE]],
        "certificates": [row_of(one) for one in rows],
        **pages,
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


def row_of(held: Any) -> dict[str, Any]:
    """One certificate as a line, and why it was taken back."""
    reason = revocation_reasons().get(held.revoked_for, "")
    return {**standing.row_of(held, "enterprise"), "reason": reason}
