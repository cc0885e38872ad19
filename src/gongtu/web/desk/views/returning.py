"""Money to be returned, what came back, and what is written down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.engines.casework import services as casework
from gongtu.web.desk import returning
from gongtu.web.desk.queue import require_office
from gongtu.web.http import Request, posts, reads, signed_in, writes
from gongtu.web.written import show_form, written


@signed_in
@reads
def list_recoveries(request: Request) -> HttpResponse:
    """What was paid without ground: asked back, partly back, back, written down."""
    require_office(request.capacity)
    return render(request, "desk/list_recoveries.html", returning.list_page(request))


@signed_in
@writes
def record_return(request: Request, number: str) -> HttpResponse:
    """So much came back, on a day, by a receipt."""
    form = _form(returning.ReturnForm, number, request)
    if written(form, lambda: returning.record(number, form, request)):
        messages.success(request, _("已登记，账目已入，并制发收讫告知书。"))
        return redirect("desk:list_recoveries")
    context = returning.case_page(number, form, request)
    return show_form(request, "desk/record_return.html", context)


@signed_in
@writes
def propose_write_down(request: Request, number: str) -> HttpResponse:
    """So much is not to be pursued, on the basis of a document; another officer decides it."""
    form = _form(returning.WriteDownForm, number, request)
    if written(form, lambda: returning.propose(number, form, request)):
        messages.success(request, _("已提出，由另一人决定；决定以前账目不变。"))
        return redirect("desk:list_recoveries")
    context = returning.case_page(number, form, request)
    return show_form(request, "desk/propose_write_down.html", context)


@signed_in
@posts
def settle_write_down(request: Request, write_down: int) -> HttpResponse:
    """Decide what is not pursued, or drop it with reasons."""
    require_office(request.capacity)
    asked = request.POST
    casework.settle_write_down(
        write_down,
        confirm=asked.get("settle") == "confirm",
        reason=asked.get("reason", ""),
        by=request.capacity,
        on=request.on,
    )
    messages.success(request, _("已决定，账目和文书已相应办理。"))
    return redirect("desk:list_recoveries")


def _form(kind: Callable[..., Any], number: str, request: Request) -> Any:
    require_office(request.capacity)
    returning.own_case(number, request)
    return kind(request.POST or None)
