"""Rulings of equivalence: what was decided under which row."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.desk import rulings
from gongtu.web.http import Request, reads, signed_in


@signed_in
@reads
def list_rulings(request: Request) -> HttpResponse:
    """The rulings of the division, narrowed to a row or an outcome."""
    return render(request, "desk/list_rulings.html", rulings.list_page(request))
