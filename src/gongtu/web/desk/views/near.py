"""Near misses: counts, and the people behind them for those entitled."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.registers.offers import services
from gongtu.web.asking import PAGE, number_asked, number_of, page_of
from gongtu.web.desk import near
from gongtu.web.http import Request, reads, signed_in


@signed_in
@reads
def list_near_misses(request: Request) -> HttpResponse:
    """How many lack one condition only, by benefit and condition."""
    services.require_near(request.capacity)
    return render(request, "desk/list_near_misses.html", near.counts_page(request.capacity))


@signed_in
@reads
def show_near_miss(request: Request, benefit: str, condition: str) -> HttpResponse:
    """The people behind one count; whoever is shown will see who looked."""
    found = services.look_at_near(
        benefit,
        condition,
        after=number_asked(request) or 0,
        limit=PAGE + 1,
        by=request.capacity,
        on=request.on,
    )
    rows, pages = page_of(found, request, number_of)
    context = {**near.people_page(benefit, condition, rows), **pages}
    return render(request, "desk/show_near_miss.html", context)
