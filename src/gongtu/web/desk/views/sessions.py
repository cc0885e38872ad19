"""Sessions of the division: how they are held, and everything of one as a signed document."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from gongtu.registers.sittings.queries import get_supervised
from gongtu.web.desk import sessions
from gongtu.web.http import Request, posts, reads, signed_in
from gongtu.web.sitting_page import archive_file


@signed_in
@reads
def list_sessions(request: Request) -> HttpResponse:
    """Every session of the division, the latest first."""
    return render(request, "desk/list_sessions.html", sessions.list_page(request))


@signed_in
@reads
def show_session(request: Request, number: str) -> HttpResponse:
    """One session, for whoever supervises it."""
    return render(request, "desk/show_session.html", sessions.session_page(number, request))


@signed_in
@posts
def take_archive(request: Request, number: str) -> HttpResponse:
    """Everything of the session as one signed file."""
    get_supervised(number, by=request.capacity, on=request.on)
    return archive_file(number, request)
