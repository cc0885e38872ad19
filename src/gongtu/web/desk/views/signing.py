"""Issuers' signing keys: listed, rotated, and decided on once one leaked."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.registers.skills import services as register
from gongtu.web.desk import signing
from gongtu.web.http import Request, reads, signed_in, writes
from gongtu.web.written import handed_in, show_form, written


@signed_in
@reads
def list_issuers(request: Request) -> HttpResponse:
    """Whoever signs certificates in the office's division."""
    return render(request, "desk/list_issuers.html", signing.issuers_page(request))


@signed_in
@writes
def list_keys(request: Request, organisation: int) -> HttpResponse:
    """An issuer's keys; the form makes the next one."""
    form, by, on = signing.RotationForm(handed_in(request)), request.capacity, request.on
    context = signing.keys_page(organisation, form, request)
    if written(form, lambda: register.rotate_key(organisation, **form.cleaned_data, by=by, on=on)):
        messages.success(request, _("新密钥已经生成并公布。"))
        return redirect("desk:list_keys", organisation)
    return show_form(request, "desk/list_keys.html", context)


@signed_in
@writes
def decide_on_key(request: Request, public: str) -> HttpResponse:
    """Declare that a key leaked: first what it would end, then, confirmed, the decision."""
    form, by, on = signing.DecisionForm(handed_in(request)), request.capacity, request.on
    context = signing.decision_page(public, form, request)
    agreed = request.POST.get("confirmed") == str(context.get("count"))
    if agreed and written(
        form, lambda: register.decide_on_key(public, **form.cleaned_data, by=by, on=on)
    ):
        told = _("已决定，涉及%(count)d份凭证；这把密钥不再签名。")
        messages.success(request, told % {"count": context["count"]})
        return redirect(context["back"])
    return show_form(request, "desk/decide_on_key.html", context)
