"""What the law owes the enterprise, taken by one tap or declined."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.registers.offers import services
from gongtu.web.enterprise.entitlements import entitlements_page
from gongtu.web.enterprise.own import own_enterprise
from gongtu.web.http import Request, posts, reads, signed_in


@signed_in
@reads
def list_entitlements(request: Request) -> HttpResponse:
    """Each grant, subsidy and credit, owed or not, with every reason; what was declined below."""
    body = own_enterprise(request.capacity)
    context = entitlements_page(body, on=request.on)
    return render(request, "enterprise/list_entitlements.html", context)


@signed_in
@posts
def claim(request: Request, key: str) -> HttpResponse:
    """One tap: the case opens already filled; a second tap, in any window, shows the same case."""
    subject = request.POST.get("subject", "")
    number = services.take(key, subject, by=request.capacity, on=request.on)
    return redirect("cases:show_case", number)


@signed_in
@posts
def decline(request: Request, key: str) -> HttpResponse:
    """Not to be offered this benefit any more."""
    services.decline(key, by=request.capacity, on=request.on)
    messages.success(request, _("不再主动告知这项待遇；随时可以在本页恢复。"))
    return redirect("enterprise:list_entitlements")


@signed_in
@posts
def revoke_decline(request: Request, decline: int) -> HttpResponse:
    """To be offered it again."""
    services.revoke_decline(decline, by=request.capacity, on=request.on)
    messages.success(request, _("已恢复，下次核算后会再告知您。"))
    return redirect("enterprise:list_entitlements")
