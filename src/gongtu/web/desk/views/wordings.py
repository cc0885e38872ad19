"""Wordings of conditions: told by one officer from a document, confirmed by another."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.access import NotEntitled, require
from gongtu.registers.ladder import services as ladder
from gongtu.web.desk import wordings
from gongtu.web.http import Request, posts, signed_in, writes


@signed_in
@writes
def list_wordings(request: Request) -> HttpResponse:
    """Every wording on record and proposed; the form proposes one more."""
    require(request.capacity, "propose-wordings", None, on=request.on)
    form = wordings.WordingForm(request)
    if request.method == "POST" and form.is_valid():
        try:
            ladder.propose_wording(form.worded(), by=request.capacity, on=request.on)
        except NotEntitled:
            raise
        except Refused as refused:
            form.add_error(None, list(refused.reasons))
        else:
            messages.success(request, _("已提出；另一名工作人员确认以前，申报条件不变。"))
            return redirect("desk:list_wordings")
    context = wordings.list_page(form, request)
    status = 422 if form.errors else 200
    return render(request, "desk/list_wordings.html", context, status=status)


@signed_in
@posts
def settle_wording(request: Request, proposal: int) -> HttpResponse:
    """Confirm it, or leave things as they are with the reason."""
    asked, by, on = request.POST, request.capacity, request.on
    if asked.get("settle") == "confirm":
        ladder.confirm_wording(proposal, by=by, on=on)
        messages.success(request, _("已确认，自该日起按这一版核对申报条件。"))
    else:
        ladder.reject_wording(proposal, reason=asked.get("reason", ""), by=by, on=on)
        messages.success(request, _("已处理，申报条件不变。"))
    return redirect("desk:list_wordings")
