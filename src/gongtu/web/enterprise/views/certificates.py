"""Certificates an enterprise issued, and taking one back after hearing its holder."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.registers.skills import services as register
from gongtu.web.certificate_standing import decide_standing
from gongtu.web.enterprise import certificates
from gongtu.web.enterprise.own import own_assessing
from gongtu.web.http import Request, reads, signed_in, writes
from gongtu.web.revoking import decide_revocation


@signed_in
@reads
def list_certificates(request: Request) -> HttpResponse:
    """Every certificate the enterprise issued, the latest first."""
    body = own_assessing(request.capacity)
    context = certificates.list_page(body, request)
    return render(request, "enterprise/list_certificates.html", context)


@signed_in
@writes
def show_certificate(request: Request, number: str) -> HttpResponse:
    """One certificate, everything that happened to it, and whether it counts for now."""
    held = certificates.own_certificate(own_assessing(request.capacity), number)
    row = certificates.row_of(held)
    return decide_standing(request, "enterprise/show_certificate.html", certificate=row, held=held)


@signed_in
@writes
def revoke_certificate(request: Request, number: str) -> HttpResponse:
    """Take a certificate back: the class of reason, the reason, and what its holder said."""
    held = certificates.own_certificate(own_assessing(request.capacity), number)
    return decide_revocation(
        request,
        "enterprise/revoke_certificate.html",
        certificate=certificates.row_of(held),
        revoke=register.revoke_certificate,
        after="enterprise:list_certificates",
    )
