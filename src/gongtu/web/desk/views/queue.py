"""The queue by urgency, and one decision for many cases."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.web.asking import PAGE, first_page, next_page
from gongtu.web.desk import queue
from gongtu.web.http import Request, posts, reads, signed_in


class NothingChosen(Refused):
    """No case was ticked."""


class SampleFirst(Refused):
    """Money is promised to many only after a sample was looked at."""


@signed_in
@reads
def list_queue(request: Request) -> HttpResponse:
    """What waits on the desk, the most urgent first; every filter stays in the address."""
    queue.require_office(request.capacity)
    filters = queue.filters_of(request)
    page = cases.list_queue(
        request.capacity, filters, request.GET.get("after", ""), on=request.on, limit=PAGE
    )
    context = {
        **queue.queue_page(page.cases, filters, request),
        "next_page": next_page(request, page.next),
        "first_page": first_page(request),
    }
    return render(request, "desk/list_queue.html", context)


@signed_in
@posts
def decide_batch(request: Request) -> HttpResponse:
    """The same move on every ticked case; each has its own outcome."""
    queue.require_office(request.capacity)
    numbers = request.POST.getlist("number")
    if not numbers:
        raise NothingChosen(_("请先勾选要办理的办件。"))
    if cases.promises_money(numbers, request.POST.get("move", "")):
        raise SampleFirst(_("准予补贴等涉及资金的决定，请在“成批核定”中抽样核对后办理。"))
    outcomes = casework.make_moves(
        numbers,
        request.POST.get("move", ""),
        by=request.capacity,
        on=request.on,
        reason=request.POST.get("reason", ""),
        turns=queue.turns_of(request, numbers),
    )
    return render(request, "desk/decide_batch.html", queue.outcomes_page(outcomes, request))
