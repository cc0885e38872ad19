"""Bodies that assess: by name, and one with everything the office knows of its quality."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.desk import bodies
from gongtu.web.http import Request, reads, signed_in


@signed_in
@reads
def list_bodies(request: Request) -> HttpResponse:
    """The bodies of the division by name, and the office's plans."""
    return render(request, "desk/list_bodies.html", bodies.list_page(request))


@signed_in
@reads
def show_body(request: Request, organisation: int) -> HttpResponse:
    """One body: its figures with what they are figures of, checks, measures, comments."""
    return render(request, "desk/show_body.html", bodies.body_page(organisation, request))
