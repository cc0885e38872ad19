"""Corrections of what was granted: told, heard, then confirmed or dropped by another officer."""

from __future__ import annotations

from itertools import chain

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gongtu.engines.casework import services as casework
from gongtu.web.asking import PAGE
from gongtu.web.desk import corrections
from gongtu.web.desk.queue import require_office
from gongtu.web.http import Request, posts, reads, signed_in


@signed_in
@reads
def list_corrections(request: Request) -> HttpResponse:
    """What facts corrected since would change, and how far each has come."""
    require_office(request.capacity)
    return render(request, "desk/list_corrections.html", corrections.list_page(request))


@signed_in
@posts
def look_again(request: Request) -> HttpResponse:
    """Look at all decisions on a benefit, or on every one, now instead of tonight."""
    benefit = request.POST.get("benefit", "")
    casework.look_again(benefit, by=request.capacity, on=request.on)
    messages.success(request, _("已开始重新计算；有不同的，列在这里，不会自动更正。"))
    return redirect("desk:list_corrections")


@signed_in
@posts
def tell_correction(request: Request, correction: int) -> HttpResponse:
    """Tell the person what would change, and that they may answer."""
    casework.tell_correction(correction, by=request.capacity, on=request.on)
    messages.success(request, _("已告知当事人，听取意见后由另一人决定。"))
    return redirect("desk:list_corrections")


@signed_in
@posts
def tell_corrections(request: Request) -> HttpResponse:
    """Tell everybody on the page at once, each by their own letter."""
    require_office(request.capacity)
    asked = [int(one) for one in request.POST.getlist("correction") if one.isdecimal()][:PAGE]
    refused = casework.tell_corrections(asked, by=request.capacity, on=request.on)
    told = sum(not reasons for reasons in refused.values())
    if told:
        messages.success(
            request, ngettext("已告知%(n)s件。", "已告知%(n)s件。", told) % {"n": told}
        )
    for reason in dict.fromkeys(chain.from_iterable(refused.values())):
        messages.warning(request, reason)
    return redirect("desk:list_corrections")


@signed_in
@posts
def settle_correction(request: Request, correction: int) -> HttpResponse:
    """Confirm or drop, with reasons."""
    asked = request.POST
    casework.settle_correction(
        correction,
        confirm=asked.get("settle") == "confirm",
        reason=asked.get("reason", ""),
        by=request.capacity,
        on=request.on,
    )
    messages.success(request, _("已决定，账目和文书已相应办理。"))
    return redirect("desk:list_corrections")


@signed_in
@posts
def pay_correction(request: Request, correction: int) -> HttpResponse:
    """Pay what a confirmed correction gives in addition."""
    casework.pay_correction(correction, by=request.capacity, on=request.on)
    messages.success(request, _("已补发，并制发告知书。"))
    return redirect("desk:list_corrections")
