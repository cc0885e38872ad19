"""Answers to what is offered, alike for everybody: taken, declined, wanted again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gongtu.registers.offers import services
from gongtu.web.http import Request


def take(request: Request, key: str) -> HttpResponse:
    """The case opens already filled; a second tap, in any window, shows the same case."""
    subject = request.POST.get("subject", "")
    number = services.take(key, subject, by=request.capacity, on=request.on)
    return redirect("cases:show_case", number)


def decline(request: Request, key: str, *, back: str) -> HttpResponse:
    """Not to be offered this benefit any more; then on to the page `back`."""
    services.decline(key, by=request.capacity, on=request.on)
    messages.success(request, _("不再主动告知这项待遇；随时可以在本页恢复。"))
    return redirect(back)


def revoke_decline(request: Request, decline: int, *, back: str) -> HttpResponse:
    """To be offered it again; then on to the page `back`."""
    services.revoke_decline(decline, by=request.capacity, on=request.on)
    messages.success(request, _("已恢复，下次核算后会再告知您。"))
    return redirect(back)
