"""What was offered unasked, taken and paid, for everybody."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.asking import day_asked
from gongtu.web.http import Request, reads
from gongtu.web.public import take_up_page


@reads
def show_take_up(request: Request) -> HttpResponse:
    """Offered, taken, paid, how soon, and near misses; small cells hidden."""
    context = take_up_page.take_up_page(day_asked(request))
    return render(request, "public/show_take_up.html", context)
