"""Home of a school, training provider, industry body or assessor; courses of those who train."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from gongtu.registers.training import services as places
from gongtu.registers.training.queries import get_announcement
from gongtu.web.bodies import courses
from gongtu.web.bodies.home import home_page, own_home
from gongtu.web.http import Request, reads, signed_in, writes
from gongtu.web.written import handed_in, show_form, written


@signed_in
@reads
def show_home(request: Request) -> HttpResponse:
    """What waits, what the law owes for those it trained, and what can be begun."""
    body = own_home(request.capacity)
    return render(request, "bodies/show_home.html", home_page(body, request))


@signed_in
@writes
def list_courses(request: Request) -> HttpResponse:
    """The body's courses to come and those that were; POST announces another."""
    body, by, on = courses.own_training(request.capacity), request.capacity, request.on
    form = courses.ComingForm(request.POST or None)
    if written(form, lambda: places.announce(form.coming(), by=by, on=on)):
        messages.success(request, _("已公布，工人可以报名。"))
        return redirect("bodies:list_courses")
    return show_form(request, "bodies/list_courses.html", courses.list_page(body, form, request))


@signed_in
@writes
def show_course(request: Request, announcement: int) -> HttpResponse:
    """Who signed up for a course; POST starts it or calls it off."""
    courses.own_training(request.capacity)
    course = get_announcement(announcement)
    form = forms.Form(handed_in(request))
    if written(form, lambda: courses.act(course, request)):
        return redirect("bodies:show_course", announcement)
    context = {**courses.course_page(course, request), "form": form}
    return show_form(request, "bodies/show_course.html", context)
