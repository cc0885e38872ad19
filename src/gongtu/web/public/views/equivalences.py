"""Which grade, title and schooling stands for which, by which document, since when."""

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.registers.equivalence.queries import get_row
from gongtu.web.http import Request, reads
from gongtu.web.public import equivalence_page


@reads
def list_equivalences(request: Request) -> HttpResponse:
    """The register as picture and rows; what follows from what one says to hold."""
    context = equivalence_page.list_page(request.GET, request.on)
    return render(request, "public/list_equivalences.html", context)


@reads
def show_equivalence(request: Request, key: str) -> HttpResponse:
    """One row under its permanent address, with what ended."""
    context = equivalence_page.show_page(get_row(key), request.on)
    return render(request, "public/show_equivalence.html", context)
