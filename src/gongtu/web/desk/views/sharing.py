"""Who takes a case on, and to whom it goes: buttons on its page."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gongtu.engines.casework import services as casework
from gongtu.web.http import Request, posts, signed_in


@signed_in
@posts
def take_case(request: Request, number: str) -> HttpResponse:
    """Take the case on."""
    casework.take(number, by=request.capacity, on=request.on)
    messages.success(request, _("本件由您承办。"))
    return redirect("cases:show_case", number)


@signed_in
@posts
def release_case(request: Request, number: str) -> HttpResponse:
    """Put the case back before all colleagues."""
    casework.release(number, by=request.capacity, on=request.on)
    messages.success(request, _("本件已退回待承办。"))
    return redirect("cases:show_case", number)


@signed_in
@posts
def assign_case(request: Request, number: str) -> HttpResponse:
    """Give the case to a colleague."""
    try:
        person = UUID(request.POST.get("person", ""))
    except ValueError:
        raise Http404("person") from None
    casework.assign(number, person, by=request.capacity, on=request.on)
    messages.success(request, _("承办人已确定。"))
    return redirect("cases:show_case", number)


@signed_in
@posts
def hand_over(request: Request, number: str) -> HttpResponse:
    """Pass the case to the body that is competent; the opener is told."""
    turn = request.POST.get("turn", "")
    casework.hand_over(
        number,
        _whole(request, "organisation"),
        reason=request.POST.get("reason", ""),
        by=request.capacity,
        on=request.on,
        turn=int(turn) if turn.isdecimal() else None,
    )
    messages.success(request, _("本件已移送。"))
    return redirect("cases:show_case", number)


@signed_in
@posts
def extend(request: Request, number: str) -> HttpResponse:
    """Put the due day off, once, with a reason."""
    casework.extend(
        number,
        reason=request.POST.get("reason", ""),
        by=request.capacity,
        on=request.on,
        count=_whole(request, "count"),
    )
    messages.success(request, _("期限已延长，申请人已收到通知。"))
    return redirect("cases:show_case", number)


@signed_in
@posts
def declare_conflict(request: Request, number: str) -> HttpResponse:
    """Keep out of a case one is concerned in."""
    reason = request.POST.get("reason", "")
    casework.declare_conflict(number, reason=reason, by=request.capacity, on=request.on)
    messages.success(request, _("回避已记录，本件由其他人员承办。"))
    return redirect("cases:show_case", number)


def _whole(request: Request, name: str) -> int:
    text = request.POST.get(name, "")
    if not text.isdecimal():
        raise Http404(name)
    return int(text)
