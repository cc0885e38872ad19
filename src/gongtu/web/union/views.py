"""Pages of a grass-roots union and of a federation."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.http import Request, reads, signed_in
from gongtu.web.union import present


@signed_in
@reads
def show_home(request: Request) -> HttpResponse:
    """Letters nobody can ignore unseen: sent, answered, due, late."""
    body = present.own_union(request.capacity)
    return render(request, "union/show_home.html", present.home_page(body, request))


@signed_in
@reads
def show_equal_treatment(request: Request) -> HttpResponse:
    """As whom the union's enterprise treats each grade, and what the registers show of it."""
    body = present.own_union(request.capacity)
    context = present.treatment_of(body, request)
    return render(request, "union/show_equal_treatment.html", context)


@signed_in
@reads
def list_agreements(request: Request) -> HttpResponse:
    """With whom the union's enterprise recognises grades; a federation has none of its own."""
    body = present.own_union(request.capacity)
    context = present.agreements_of(body, request)
    return render(request, "union/list_agreements.html", context)
