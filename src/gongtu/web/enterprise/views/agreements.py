"""Recognition agreements of an enterprise, and what it pays by grade."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.registers.recognition.services import PayWrong
from gongtu.web.enterprise import agreements
from gongtu.web.enterprise.own import own_enterprise
from gongtu.web.http import Request, reads, signed_in, writes


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
    if request.method == "POST" and form.is_valid():
        try:
            number = agreements.propose(form, request)
        except Refused as refused:
            form.add_error(None, list(refused.reasons))
        else:
            return redirect("cases:show_case", number)
    context, status = agreements.propose_page(form, request), 422 if form.errors else 200
    return render(request, "enterprise/propose_agreement.html", context, status=status)


@signed_in
@writes
def enter_grade_pay(request: Request) -> HttpResponse:
    """What the enterprise itself pays for each grade; its own staff reads it."""
    body = own_enterprise(request.capacity)
    form = agreements.GradePayForm(request.on, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            agreements.record_pay(form, body, request)
        except PayWrong as refused:
            form.add_error(None, list(refused.reasons))
        else:
            messages.success(request, _("已登记，本单位职工可以看到。"))
            return redirect("enterprise:enter_grade_pay")
    context, status = agreements.pay_page(form, body, request), 422 if form.errors else 200
    return render(request, "enterprise/enter_grade_pay.html", context, status=status)
