"""What is owed and offered, and the answers to it: taken, declined, wanted again, and why not."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.registers.offers import services
from gongtu.web.http import Request, posts, reads, signed_in, writes
from gongtu.web.offers import answered
from gongtu.web.offers.forms import WhyForm
from gongtu.web.offers.owed import owed_page
from gongtu.web.shell import home_of
from gongtu.web.written import show_form


@signed_in
@reads
def list_entitlements(request: Request) -> HttpResponse:
    """Each benefit of an enterprise or a school, owed or not, with every reason."""
    context = owed_page(request.capacity, on=request.on)
    return render(request, "offers/list_entitlements.html", context)


@signed_in
@writes
def claim(request: Request, key: str) -> HttpResponse:
    """One tap: the case opens already filled; a second tap, in any window, shows the same case."""
    if request.method != "POST":
        return redirect(home_of(request.capacity.role))
    subject = request.POST.get("subject", "")
    number = services.take(key, subject, by=request.capacity, on=request.on)
    return redirect("cases:show_case", number)


@signed_in
@posts
def decline(request: Request, key: str) -> HttpResponse:
    """Not to be offered this benefit any more."""
    services.decline(key, by=request.capacity, on=request.on)
    messages.success(request, _("不再主动告知这项待遇；随时可以在本页恢复。"))
    return redirect("offers:list_offers")


@signed_in
@posts
def revoke_decline(request: Request, decline: int) -> HttpResponse:
    """To be offered it again."""
    services.revoke_decline(decline, by=request.capacity, on=request.on)
    messages.success(request, _("已恢复，下次核算后会再告知您。"))
    return redirect("offers:list_offers")


@signed_in
@reads
def list_offers(request: Request) -> HttpResponse:
    """All that was ever offered, with what was answered, and what was declined."""
    return render(request, "offers/list_offers.html", answered.offers_page(request))


@signed_in
@writes
def tell_why(request: Request, offer: int) -> HttpResponse:
    """Two questions to whoever did not take what was offered; nobody has to answer."""
    found = answered.own_offer(offer, request)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        services.tell_why(found.pk, **form.cleaned_data, by=request.capacity, on=request.on)
        messages.success(request, _("谢谢，您的回答会用来改进告知和办理。"))
        return redirect("offers:list_offers")
    context = {"form": form, "offer": answered.line_of(found)}
    return show_form(request, "offers/tell_why.html", context)
