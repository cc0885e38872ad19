"""Somebody without an account follows what they opened."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from gongtu.engines.casework.queries import get_followed
from gongtu.web.http import Request, reads
from gongtu.web.public.followed_page import followed_page


@reads
def follow_case(request: Request, token: str) -> HttpResponse:
    """How far the matter is, for whoever has the address."""
    context = {"case": followed_page(get_followed(token), request)}
    return render(request, "public/follow_case.html", context)


@reads
def show_correction(_request: Request, token: str) -> HttpResponse:
    """The address once handed out to people who have no account, and no other address."""
    return redirect("public:follow_case", token)
