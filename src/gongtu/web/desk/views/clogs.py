"""Where the ladder is clogged, for whoever plans training and assessment."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.desk import clogs
from gongtu.web.http import Request, reads, signed_in


@signed_in
@reads
def list_clogs(request: Request) -> HttpResponse:
    """By occupation how many wait for their next grade."""
    return render(request, "desk/list_clogs.html", clogs.list_page(request))


@signed_in
@reads
def show_clogs(request: Request, code: str) -> HttpResponse:
    """In one occupation what they wait on, grade by grade."""
    return render(request, "desk/show_clogs.html", clogs.show_page(code, request))
