"""Money to be returned, and what came back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.engines.casework.services import ReturnUnfit
from gongtu.engines.ledger.services import NothingToReturn, ReceiptUsed
from gongtu.web.desk import returning
from gongtu.web.desk.queue import require_office
from gongtu.web.http import Request, reads, signed_in, writes


@signed_in
@reads
def list_recoveries(request: Request) -> HttpResponse:
    """What was paid without ground: asked back, partly back, back."""
    require_office(request.capacity)
    return render(request, "desk/list_recoveries.html", returning.list_page(request))


@signed_in
@writes
def record_return(request: Request, number: str) -> HttpResponse:
    """So much came back, on a day, by a receipt."""
    require_office(request.capacity)
    returning.own_case(number, request)
    form = returning.ReturnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            returning.record(number, form, request)
        except (ReturnUnfit, NothingToReturn, ReceiptUsed) as refused:
            form.add_error(None, list(refused.reasons))
        else:
            messages.success(request, _("已登记，账目已入，并制发收讫告知书。"))
            return redirect("desk:list_recoveries")
    context, status = returning.return_page(number, form, request), 422 if form.errors else 200
    return render(request, "desk/record_return.html", context, status=status)
