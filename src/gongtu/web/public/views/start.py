"""The first page, what this is, the API's door, and search."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.http import Request, reads
from gongtu.web.public import start_page


@reads
def show_start(request: Request) -> HttpResponse:
    """Who you can be, what to try, and what needs no account."""
    cast = start_page.cast(request.on) if settings.GONGTU_DEMO else []
    context = {"cast": cast, "statute": start_page.statute_title()}
    return render(request, "public/show_start.html", context)


@reads
def show_about(request: Request) -> HttpResponse:
    """What this is, whose data it keeps and why, and how far it is accessible."""
    return render(request, "public/show_about.html")


@reads
def show_api(request: Request) -> HttpResponse:
    """The doors for machines."""
    return render(request, "public/show_api.html")


@reads
def search(request: Request) -> HttpResponse:
    """One box for articles, guides, parameters, and what the reader may see of cases."""
    words = request.GET.get("q", "").strip()
    groups = start_page.found(words, request.capacity, request.on) if words else []
    return render(request, "public/search.html", {"words": words, "groups": groups})
