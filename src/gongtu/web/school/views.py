"""A school's pages."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web import taking
from gongtu.web.http import Request, posts, reads, signed_in
from gongtu.web.owed_page import owed_page
from gongtu.web.school.home import home_page, own_school


@signed_in
@reads
def show_home(request: Request) -> HttpResponse:
    """What waits, what the law owes for those it trained, and what can be begun."""
    body = own_school(request.capacity)
    return render(request, "school/show_home.html", home_page(body, request))


@signed_in
@reads
def list_entitlements(request: Request) -> HttpResponse:
    """Each benefit for each trainee, owed or not, with every reason; what was declined below."""
    body = own_school(request.capacity)
    return render(request, "school/list_entitlements.html", owed_page(body, on=request.on))


@signed_in
@posts
def claim(request: Request, key: str) -> HttpResponse:
    """One tap: the case opens already filled; a second tap, in any window, shows the same case."""
    return taking.take(request, key)


@signed_in
@posts
def decline(request: Request, key: str) -> HttpResponse:
    """Not to be offered this benefit any more."""
    return taking.decline(request, key, back="school:list_entitlements")


@signed_in
@posts
def revoke_decline(request: Request, decline: int) -> HttpResponse:
    """To be offered it again."""
    return taking.revoke_decline(request, decline, back="school:list_entitlements")
