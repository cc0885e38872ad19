"""A school's pages."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.http import Request, reads, signed_in
from gongtu.web.school.home import home_page, own_school


@signed_in
@reads
def show_home(request: Request) -> HttpResponse:
    """What waits, what the law owes for those it trained, and what can be begun."""
    body = own_school(request.capacity)
    return render(request, "school/show_home.html", home_page(body, request))
