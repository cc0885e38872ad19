"""Who of the staff fits the posts of the channels and what the plan is short of."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.enterprise import matches
from gongtu.web.enterprise.own import own_enterprise
from gongtu.web.http import Request, reads, signed_in


@signed_in
@reads
def list_matches(request: Request) -> HttpResponse:
    """How many fit each post and each line that is short, and how many by an agreement."""
    body = own_enterprise(request.capacity)
    return render(request, "enterprise/list_matches.html", matches.list_page(body, request))


@signed_in
@reads
def show_match(request: Request, key: str) -> HttpResponse:
    """Who fits and by what, and who could next; whoever is named can see that it was looked at."""
    body = own_enterprise(request.capacity)
    return render(request, "enterprise/show_match.html", matches.show_page(body, key, request))
