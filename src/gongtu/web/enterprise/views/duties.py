"""What binds the enterprise this year."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.enterprise.duties import duties_page
from gongtu.web.enterprise.in_office import left_in_office
from gongtu.web.enterprise.own import own_enterprise
from gongtu.web.http import Request, reads, signed_in


@signed_in
@reads
def list_duties(request: Request) -> HttpResponse:
    """Each duty with its article, since when, until when, due when, met or not and why."""
    body = own_enterprise(request.capacity)
    left = left_in_office(body, on=request.on)
    context = {**duties_page(body, on=request.on), "left": left}
    return render(request, "enterprise/list_duties.html", context)
