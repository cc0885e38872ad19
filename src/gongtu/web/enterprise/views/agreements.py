"""Recognition agreements of an enterprise, and what it pays by grade."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.web.enterprise import agreements
from gongtu.web.enterprise.own import own_enterprise
from gongtu.web.http import Request, reads, signed_in, writes
from gongtu.web.written import made, show_form, written


@signed_in
@reads
def list_agreements(request: Request) -> HttpResponse:
    """With whom, of what, until when, and who on the staff counts by it."""
    body = own_enterprise(request.capacity)
    return render(request, "enterprise/list_agreements.html", agreements.list_page(body, request))


@signed_in
@writes
def propose_agreement(request: Request) -> HttpResponse:
    """Ask another enterprise to recognise each other's grades."""
    body = own_enterprise(request.capacity)
    form = agreements.ProposalForm(body, request.on, request.POST or None)
    if number := made(form, lambda: agreements.propose(form, request)):
        return redirect("cases:show_case", number)
    context = agreements.propose_page(form, request)
    return show_form(request, "enterprise/propose_agreement.html", context)


@signed_in
@writes
def enter_grade_pay(request: Request) -> HttpResponse:
    """What the enterprise itself pays for each grade; its own staff reads it."""
    body = own_enterprise(request.capacity)
    form = agreements.GradePayForm(request.on, request.POST or None)
    if written(form, lambda: agreements.record_pay(form, body, request)):
        messages.success(request, _("已登记，本单位职工可以看到。"))
        return redirect("enterprise:enter_grade_pay")
    context = agreements.pay_page(form, body, request)
    return show_form(request, "enterprise/enter_grade_pay.html", context)
