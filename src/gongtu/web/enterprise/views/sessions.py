"""Assessment sessions: planned, candidates listed, marks entered; each step is a move of a case."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.refusals import StaleMove, WrongHands
from gongtu.web.enterprise import naming, sessions
from gongtu.web.enterprise.own import own_assessing
from gongtu.web.http import Request, posts, reads, signed_in, writes
from gongtu.web.sitting_page import archive_file


@signed_in
@reads
def list_sessions(request: Request) -> HttpResponse:
    """Every session of the body, the latest first."""
    body = own_assessing(request.capacity)
    return render(request, "enterprise/list_sessions.html", sessions.list_page(body, request))


@signed_in
@reads
def show_session(request: Request, number: str) -> HttpResponse:
    """One session: its candidates, their marks, and the next steps."""
    own_assessing(request.capacity)
    case = casework.case_for(number, request.capacity, on=request.on)
    return render(request, "enterprise/show_session.html", sessions.session_page(case, request))


@signed_in
@posts
def take_archive(request: Request, number: str) -> HttpResponse:
    """Everything of the session as one signed file."""
    own_assessing(request.capacity)
    return archive_file(number, request)


@signed_in
@writes
def enrol_candidates(request: Request, number: str) -> HttpResponse:
    """An enterprise ticks its employees, a social body writes anybody by number; they may sit."""
    body = own_assessing(request.capacity)
    case = casework.case_for(number, request.capacity, on=request.on)
    reasons: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            sessions.enrol(case, request)
        except (WrongHands, StaleMove):
            raise
        except Refused as refused:
            reasons = refused.reasons
        else:
            messages.success(request, _("考生已录入。"))
            return redirect("enterprise:show_session", number)
    context = {**sessions.enrol_page(case, body, request), "reasons": reasons}
    status = 422 if reasons else 200
    return render(request, "enterprise/enrol_candidates.html", context, status=status)


@signed_in
@writes
def name_examiners(request: Request, number: str) -> HttpResponse:
    """Examiners known from earlier sessions are ticked, others named by number."""
    own_assessing(request.capacity)
    case = casework.case_for(number, request.capacity, on=request.on)
    reasons: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            naming.name(case, request)
        except (WrongHands, StaleMove):
            raise
        except Refused as refused:
            reasons = refused.reasons
        else:
            messages.success(request, _("考评人员已写明。"))
            return redirect("enterprise:show_session", number)
    context = {**naming.naming_page(case, request), "reasons": reasons}
    status = 422 if reasons else 200
    return render(request, "enterprise/name_examiners.html", context, status=status)


@signed_in
@writes
def enter_results(request: Request, number: str) -> HttpResponse:
    """The marks of every candidate in one table; each row at fault says why."""
    own_assessing(request.capacity)
    case = casework.case_for(number, request.capacity, on=request.on)
    sheet = sessions.MarkSheet(case, request)
    if request.method == "POST" and sheet.is_valid():
        try:
            sheet.hand_in()
        except (WrongHands, StaleMove):
            raise
        except Refused as refused:
            sheet.reasons = refused.reasons
        else:
            messages.success(request, _("成绩已录入。"))
            return redirect("enterprise:show_session", number)
    status = 422 if sheet.is_wrong else 200
    return render(request, "enterprise/enter_results.html", sheet.page(), status=status)
