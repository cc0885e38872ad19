"""One certificate before the office that supervises its issuer: suspended, resumed, taken back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.web.certificate_standing import StandingForm, change_standing, revoke
from gongtu.web.desk import certificates
from gongtu.web.http import Request, signed_in, writes
from gongtu.web.revoking import RevocationForm


@signed_in
@writes
def show_certificate(request: Request, number: str) -> HttpResponse:
    """Everything that happened to it, and whether it counts for now; the look is noted."""
    held = certificates.supervised(number, request)
    form = StandingForm(request.POST or None)
    if form.is_valid() and (done := change_standing(held, form, request)):
        messages.success(request, done)
        return redirect("desk:show_certificate", number)
    status = 422 if form.errors else 200
    context = certificates.certificate_page(held, form)
    return render(request, "desk/show_certificate.html", context, status=status)


@signed_in
@writes
def revoke_certificate(request: Request, number: str) -> HttpResponse:
    """Take it back: the class of reason, the reason, and what its holder said before."""
    held = certificates.supervised(number, request)
    form = RevocationForm(request.POST or None)
    if form.is_valid() and revoke(held, form, request):
        messages.success(request, _("证书已撤销，查验时即刻显示为已撤销。"))
        return redirect("desk:show_certificate", number)
    context = {"certificate": certificates.row_of(held), "form": form}
    status = 422 if form.errors else 200
    return render(request, "desk/revoke_certificate.html", context, status=status)
