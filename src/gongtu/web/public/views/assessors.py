"""Bodies that assess: their list, one of them, and the draw of a year's plan."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.http import Request, reads
from gongtu.web.public import assessors_page


@reads
def list_assessors(request: Request) -> HttpResponse:
    """Every body that filed, by name."""
    return render(request, "public/list_assessors.html", assessors_page.list_page(request))


@reads
def show_assessor(request: Request, organisation: int) -> HttpResponse:
    """What it may assess, and the measures in force that anybody may know of."""
    context = assessors_page.assessor_page(organisation, on=request.on)
    return render(request, "public/show_assessor.html", context)


@reads
def show_plan(request: Request, number: str) -> HttpResponse:
    """The seed, what took part, and what was drawn."""
    context = assessors_page.plan_page(number, on=request.on)
    return render(request, "public/show_plan.html", context)
