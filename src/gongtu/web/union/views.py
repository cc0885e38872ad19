"""The home of a grass-roots union and of a federation."""

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
