"""Near misses: counts, and the people behind them for those entitled."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.registers.offers import services
from gongtu.web.asking import PAGE, first_page, next_page
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
    after = request.GET.get("after", "")
    found = services.look_at_near(
        benefit,
        condition,
        after=int(after) if after.isdecimal() else 0,
        limit=PAGE + 1,
        by=request.capacity,
        on=request.on,
    )
    shown = found[:PAGE]
    context = {
        **near.people_page(benefit, condition, shown),
        "next_page": next_page(request, str(shown[-1].pk) if len(found) > PAGE else ""),
        "first_page": first_page(request),
    }
    return render(request, "desk/show_near_miss.html", context)
