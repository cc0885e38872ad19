"""Statements of treatment: what was issued in the division, and taking one back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.registers.treatments import queries as treatments
from gongtu.registers.treatments import services as register
from gongtu.registers.treatments.choices import Purpose, Treated
from gongtu.web.chain_page import label_of
from gongtu.web.http import Request, posts, reads, signed_in

SHOWN = 50


@signed_in
@reads
def list_statements(request: Request) -> HttpResponse:
    """The latest statements, each with the form that takes it back."""
    found = treatments.statements_under(request.capacity, on=request.on)[:SHOWN]
    context = {"statements": [_row(one, request) for one in found]}
    return render(request, "desk/list_statements.html", context)


@signed_in
@posts
def withdraw_statement(request: Request, number: str) -> HttpResponse:
    """From now on whoever checks it reads that it was taken back."""
    reason = request.POST.get("reason", "")
    register.withdraw_statement(number, reason=reason, by=request.capacity, on=request.on)
    messages.success(request, _("已收回，查验时显示不再作数。"))
    return redirect("desk:list_statements")


def _row(made: Any, request: Request) -> dict[str, Any]:
    is_open = made.is_open(request.on)
    ended = _("已收回") if made.withdrawn_on else _("已过期")
    return {
        "number": made.number,
        "name": made.degree.person.name,
        "purpose": label_of(Purpose(made.purpose)),
        "treated_as": label_of(Treated(made.treated_as)),
        "since": made.since,
        "until": made.until,
        "state": _("有效") if is_open else ended,
        "mood": "good" if is_open else "",
        "check": reverse("public:show_verdict", args=[made.number]),
        "withdraw": reverse("desk:withdraw_statement", args=[made.number]) if is_open else "",
    }
