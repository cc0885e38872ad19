"""Giving up a filing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.registers.skills import services as register
from gongtu.registers.skills.queries.filed import get_filing
from gongtu.web.enterprise.filings import GivingUpForm, giving_up_page
from gongtu.web.enterprise.own import own_assessing
from gongtu.web.http import Request, signed_in, writes
from gongtu.web.written import written


@signed_in
@writes
def give_up_filing(request: Request, filing: int) -> HttpResponse:
    """Say why, and assess no more under it from today; what is certified keeps its worth."""
    found = get_filing(own_assessing(request.capacity).pk, filing)
    form = GivingUpForm(request.POST or None)

    def give_up() -> None:
        reason = form.cleaned_data["reason"]
        register.give_up_filing(found.pk, reason=reason, by=request.capacity, on=request.on)

    if written(form, give_up):
        messages.success(request, _("备案已放弃，从今日起不再评价；已核发的证书仍然有效。"))
        return redirect("enterprise:list_sessions")
    context = giving_up_page(found, form, on=request.on)
    status = 422 if form.errors else 200
    return render(request, "enterprise/give_up_filing.html", context, status=status)
