"""Guides, read off the declarations."""

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.engines.casework.registry import get_procedure
from gongtu.web.asking import day_asked
from gongtu.web.http import Request, reads
from gongtu.web.public import guides_page


@reads
def list_guides(request: Request) -> HttpResponse:
    """Everything one can have done here, by who opens it."""
    return render(request, "public/list_guides.html", {"groups": guides_page.groups()})


@reads
def show_guide(request: Request, key: str) -> HttpResponse:
    """Conditions, steps, limits, letters and remedies of one procedure on a day."""
    page = guides_page.guide_page(get_procedure(key), request.capacity, on=day_asked(request))
    return render(request, "public/show_guide.html", {"guide": page})
