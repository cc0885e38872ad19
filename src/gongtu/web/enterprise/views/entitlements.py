"""What the law owes the enterprise."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.web.enterprise.entitlements import entitlements_page
from gongtu.web.enterprise.own import own_enterprise
from gongtu.web.http import Request, reads, signed_in


@signed_in
@reads
def list_entitlements(request: Request) -> HttpResponse:
    """Each grant, subsidy and credit, owed or not, with every reason."""
    body = own_enterprise(request.capacity)
    context = entitlements_page(body, on=request.on)
    return render(request, "enterprise/list_entitlements.html", context)
