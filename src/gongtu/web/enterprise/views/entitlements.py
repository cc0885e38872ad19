"""What the law owes the enterprise, taken by one tap or declined."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web import taking
from gongtu.web.enterprise.own import own_enterprise
from gongtu.web.http import Request, posts, reads, signed_in
from gongtu.web.owed_page import owed_page


@signed_in
@reads
def list_entitlements(request: Request) -> HttpResponse:
    """Each grant, subsidy and credit, owed or not, with every reason; what was declined below."""
    body = own_enterprise(request.capacity)
    return render(request, "enterprise/list_entitlements.html", owed_page(body, on=request.on))


@signed_in
@posts
def claim(request: Request, key: str) -> HttpResponse:
    """One tap: the case opens already filled; a second tap, in any window, shows the same case."""
    return taking.take(request, key)


@signed_in
@posts
def decline(request: Request, key: str) -> HttpResponse:
    """Not to be offered this benefit any more."""
    return taking.decline(request, key, back="enterprise:list_entitlements")


@signed_in
@posts
def revoke_decline(request: Request, decline: int) -> HttpResponse:
    """To be offered it again."""
    return taking.revoke_decline(request, decline, back="enterprise:list_entitlements")
