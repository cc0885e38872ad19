"""The home of an enterprise."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.enterprise.home import home_page
from gongtu.web.enterprise.own import own_enterprise
from gongtu.web.http import Request, reads, signed_in


@signed_in
@reads
def show_home(request: Request) -> HttpResponse:
    """Duties with their article, what waits, and what can be begun."""
    body = own_enterprise(request.capacity)
    return render(request, "enterprise/show_home.html", home_page(body, request))
