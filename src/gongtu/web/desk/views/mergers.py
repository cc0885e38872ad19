"""Two records of one person: proposed, decided by another officer, undone while it can be."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gongtu.registers.skills import services as register
from gongtu.web.desk import mergers
from gongtu.web.http import Request, posts, signed_in, writes
from gongtu.web.written import handed_in, show_form


@signed_in
@writes
def list_mergers(request: Request) -> HttpResponse:
    """Every merger within reach; the form proposes one more."""
    form = mergers.MergerForm(handed_in(request))
    context = mergers.list_page(form, request)
    if not form.is_valid():
        return show_form(request, "desk/list_mergers.html", context)
    register.propose_merger(**form.cleaned_data, by=request.capacity, on=request.on)
    messages.success(request, _("已提出，等待另一名工作人员决定；决定以前什么都不变。"))
    return redirect("desk:list_mergers")


@signed_in
@posts
def settle_merger(request: Request, merger: int) -> HttpResponse:
    """Decide it, or leave the records as they are with the reason."""
    asked, by, on = request.POST, request.capacity, request.on
    if asked.get("settle") == "confirm":
        register.decide_merger(merger, by=by, on=on)
    else:
        register.drop_merger(merger, reason=asked.get("reason", ""), by=by, on=on)
    messages.success(request, _("已决定，并写入双方的记录。"))
    return redirect("desk:list_mergers")


@signed_in
@posts
def undo_merger(request: Request, merger: int) -> HttpResponse:
    """Give the certificates back, with the reason."""
    reason = request.POST.get("reason", "")
    register.undo_merger(merger, reason=reason, by=request.capacity, on=request.on)
    messages.success(request, _("已撤回合并，证书回到原来的登记。"))
    return redirect("desk:list_mergers")
