"""An issuer gets another name."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gongtu.registers.skills import services as register
from gongtu.web.desk import renaming
from gongtu.web.http import Request, signed_in, writes
from gongtu.web.written import handed_in, show_form, written


@signed_in
@writes
def rename_issuer(request: Request, organisation: int) -> HttpResponse:
    """Record it with its day and document; what was signed keeps the name of then."""
    form, by, on = renaming.NameForm(handed_in(request)), request.capacity, request.on
    context = renaming.rename_page(organisation, form, request)
    if written(
        form, lambda: register.rename_issuer(organisation, **form.cleaned_data, by=by, on=on)
    ):
        messages.success(request, _("已登记。已签发的证书保留原名称，查验时并列现名称。"))
        return redirect("desk:rename_issuer", organisation)
    return show_form(request, "desk/rename_issuer.html", context)
