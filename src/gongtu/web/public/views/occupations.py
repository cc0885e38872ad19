"""Occupations of the classification, and the conditions of each grade in one of them."""

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.registers.ladder.queries import get_occupation
from gongtu.web.http import Request, reads
from gongtu.web.public import occupations_page


@reads
def list_occupations(request: Request) -> HttpResponse:
    """Any part of a name or a code, or one of the marks."""
    return render(request, "public/list_occupations.html", occupations_page.list_page(request))


@reads
def show_occupation(request: Request, code: str) -> HttpResponse:
    """Its groups and marks, the wording of its standard, its ladder, and who may assess it."""
    context = occupations_page.occupation_page(get_occupation(code), request)
    return render(request, "public/show_occupation.html", context)
