"""Certificates an enterprise issued, and taking one back after hearing its holder."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.web.certificate_standing import StandingForm, change_standing, revoke
from gongtu.web.enterprise import certificates
from gongtu.web.enterprise.own import own_assessing
from gongtu.web.http import Request, reads, signed_in, writes
from gongtu.web.revoking import RevocationForm


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
    form = StandingForm(request.POST or None)
    if form.is_valid() and (done := change_standing(held, form, request)):
        messages.success(request, done)
        return redirect("enterprise:show_certificate", number)
    status = 422 if form.errors else 200
    context = certificates.certificate_page(held, form)
    return render(request, "enterprise/show_certificate.html", context, status=status)


@signed_in
@writes
def revoke_certificate(request: Request, number: str) -> HttpResponse:
    """Take a certificate back: the class of reason, the reason, and what its holder said."""
    held = certificates.own_certificate(own_assessing(request.capacity), number)
    form = RevocationForm(request.POST or None)
    if form.is_valid() and revoke(held, form, request):
        messages.success(request, _("证书已撤销，查验时即刻显示为已撤销。"))
        return redirect("enterprise:list_certificates")
    context = {"certificate": certificates.row_of(held), "form": form}
    status = 422 if form.errors else 200
    return render(request, "enterprise/revoke_certificate.html", context, status=status)
