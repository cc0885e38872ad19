"""By which rules schools count certificates and training."""

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.registers.credits import queries as credit_bank
from gongtu.web.credits_page import programme_rows
from gongtu.web.http import Request, reads


@reads
def list_credit_rules(request: Request) -> HttpResponse:
    """Every school's programmes with terms and rules of today."""
    found = credit_bank.list_programmes(on=request.on)
    context = {"programmes": [programme_rows(one) for one in found]}
    return render(request, "public/list_credit_rules.html", context)
