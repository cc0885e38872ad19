"""Wordings of conditions: told by one officer from a document, confirmed by another."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gongtu.parties.access import require
from gongtu.registers.ladder import services as ladder
from gongtu.web.desk import wordings
from gongtu.web.http import Request, posts, signed_in, writes
from gongtu.web.written import show_form, written


@signed_in
@writes
def list_wordings(request: Request) -> HttpResponse:
    """Every wording on record and proposed; the form proposes one more."""
    form, by, on = wordings.WordingForm(request), request.capacity, request.on
    require(by, "propose-wordings", None, on=on)
    if written(form, lambda: ladder.propose_wording(form.worded(), by=by, on=on)):
        messages.success(request, _("已提出；另一名工作人员确认以前，申报条件不变。"))
        return redirect("desk:list_wordings")
    return show_form(request, "desk/list_wordings.html", wordings.list_page(form, request))


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
