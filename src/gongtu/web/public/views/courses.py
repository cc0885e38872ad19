"""Courses of training to come: searched by anybody; a worker takes a place and gives it back."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongtu.base.errors import Refused
from gongtu.parties.access import NotEntitled
from gongtu.registers.training.queries import get_announcement
from gongtu.web.http import Request, reads, writes
from gongtu.web.public import courses_page


@reads
def list_courses(request: Request) -> HttpResponse:
    """Every course open to sign up, by occupation and grade."""
    return render(request, "public/list_courses.html", courses_page.list_page(request))


@writes
def show_course(request: Request, announcement: int) -> HttpResponse:
    """One course; POST takes a place or gives it back, or says which course is the next."""
    course = get_announcement(announcement)
    reasons: tuple[str, ...] = ()
    following: int | None = None
    if request.method == "POST":
        try:
            courses_page.act(course, request)
        except NotEntitled:
            raise
        except Refused as refused:
            reasons, following = refused.reasons, getattr(refused, "next_course", None)
        else:
            return redirect("public:show_course", announcement)
    context = {
        **courses_page.course_page(course, request),
        "reasons": reasons,
        "next": reverse("public:show_course", args=[following]) if following else "",
    }
    return render(request, "public/show_course.html", context, status=422 if reasons else 200)
