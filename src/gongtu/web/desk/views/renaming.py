"""An issuer gets another name."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.registers.skills import services as register
from gongtu.web.desk import renaming
from gongtu.web.http import Request, signed_in, writes


@signed_in
@writes
def rename_issuer(request: Request, organisation: int) -> HttpResponse:
    """Record it with its day and document; what was signed keeps the name of then."""
    form = renaming.NameForm(request.POST or None)
    context = renaming.rename_page(organisation, form, request)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            register.rename_issuer(organisation, **told, by=request.capacity, on=request.on)
        except Refused as refused:
            form.add_error(None, list(refused.reasons))
        else:
            messages.success(request, _("已登记。已签发的证书保留原名称，查验时并列现名称。"))
            return redirect("desk:rename_issuer", organisation)
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/rename_issuer.html", context, status=status)
