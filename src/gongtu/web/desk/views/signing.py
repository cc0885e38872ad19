"""Issuers' signing keys: listed, rotated, and decided on once one leaked."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.credentials.custody import AlreadyRotating, NoOverlap
from gongtu.registers.skills import services as register
from gongtu.web.desk import signing
from gongtu.web.http import Request, reads, signed_in, writes


@signed_in
@reads
def list_issuers(request: Request) -> HttpResponse:
    """Whoever signs certificates in the office's division."""
    return render(request, "desk/list_issuers.html", signing.issuers_page(request))


@signed_in
@writes
def list_keys(request: Request, organisation: int) -> HttpResponse:
    """An issuer's keys; the form makes the next one."""
    form = signing.RotationForm(request.POST or None)
    context = signing.keys_page(organisation, form, request)
    if request.method == "POST" and form.is_valid():
        try:
            register.rotate_key(
                organisation, **form.cleaned_data, by=request.capacity, on=request.on
            )
        except (AlreadyRotating, NoOverlap) as refused:
            form.add_error(None, list(refused.reasons))
        else:
            messages.success(request, _("新密钥已经生成并公布。"))
            return redirect("desk:list_keys", organisation)
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/list_keys.html", context, status=status)


@signed_in
@writes
def decide_on_key(request: Request, public: str) -> HttpResponse:
    """Declare that a key leaked: first what it would end, then, confirmed, the decision."""
    form = signing.DecisionForm(request.POST or None)
    context = signing.decision_page(public, form, request)
    agreed = request.POST.get("confirmed") == str(context.get("count"))
    if request.method == "POST" and form.is_valid() and agreed:
        try:
            register.decide_on_key(public, **form.cleaned_data, by=request.capacity, on=request.on)
        except Refused as refused:
            form.add_error(None, list(refused.reasons))
        else:
            told = _("已决定，涉及%(count)d份凭证；这把密钥不再签名。")
            messages.success(request, told % {"count": context["count"]})
            return redirect(context["back"])
    wrong = request.method == "POST" and not form.is_valid()
    return render(request, "desk/decide_on_key.html", context, status=422 if wrong else 200)
