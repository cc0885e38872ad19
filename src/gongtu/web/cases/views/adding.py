"""What people add to a case or ask for besides its moves; each is a button on its page."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework import services as casework
from gongtu.web.http import Request, posts, signed_in


class NothingChosen(Refused):
    """The button was pressed without what it needs."""


@signed_in
@posts
def attach(request: Request, number: str) -> HttpResponse:
    """Add a file; an ended case still takes one."""
    upload = request.FILES.get("upload")
    if upload is None:
        raise NothingChosen(_("请先选择文件。"))
    casework.attach(number, upload, upload.name or "", by=request.capacity, on=request.on)
    messages.success(request, _("附件已加入本件。"))
    return redirect("cases:show_case", number)


@signed_in
@posts
def remark(request: Request, number: str) -> HttpResponse:
    """Add words, which stand in the history."""
    casework.remark(number, _said(request), by=request.capacity, on=request.on)
    messages.success(request, _("说明已记入本件经过。"))
    return redirect("cases:show_case", number)


@signed_in
@posts
def withdraw(request: Request, number: str) -> HttpResponse:
    """End the case at its opener's wish."""
    casework.withdraw(
        number, by=request.capacity, on=request.on, reason=_said(request), turn=_turn(request)
    )
    messages.success(request, _("本件已撤回。"))
    return redirect("cases:show_case", number)


@signed_in
@posts
def ask_reconsideration(request: Request, number: str) -> HttpResponse:
    """Ask that somebody else looks at the decision once more."""
    casework.ask_reconsideration(number, reason=_said(request), by=request.capacity, on=request.on)
    messages.success(request, _("复核申请已提交，将由其他人员办理。"))
    return redirect("cases:show_case", number)


@signed_in
@posts
def rate(request: Request, number: str) -> HttpResponse:
    """Rate a finished case by one of five grades."""
    grade = request.POST.get("grade", "")
    if not grade.isdecimal():
        raise NothingChosen(_("请从五个等级中选择一个。"))
    casework.rate(number, int(grade), by=request.capacity, on=request.on, text=_said(request))
    messages.success(request, _("感谢您的评价。"))
    return redirect("cases:show_case", number)


@signed_in
@posts
def reply_to_rating(request: Request, number: str) -> HttpResponse:
    """The body's one reply to a rating."""
    casework.reply_to_rating(number, _said(request), by=request.capacity, on=request.on)
    return redirect("cases:show_case", number)


@signed_in
@posts
def answer_objection(request: Request, number: str, objection: int) -> HttpResponse:
    """Answer what somebody holds against the public notice."""
    casework.answer_objection(objection, answer=_said(request), by=request.capacity, on=request.on)
    messages.success(request, _("异议已答复。"))
    return redirect("cases:show_case", number)


def _said(request: Request) -> str:
    return request.POST.get("reason", "")


def _turn(request: Request) -> int | None:
    turn = request.POST.get("turn", "")
    return int(turn) if turn.isdecimal() else None
