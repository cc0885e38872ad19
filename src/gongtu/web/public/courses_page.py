"""Courses of training that take people in, for anybody; and the place of whoever is signed in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.utils.translation import gettext as _

from gongtu.parties.roles import WORKER
from gongtu.registers.skills.choices import Grade
from gongtu.registers.training import queries as training
from gongtu.registers.training import services
from gongtu.web.asking import number_asked, number_of, page_of
from gongtu.web.http import Request
from gongtu.web.ladder_page import grade_title
from gongtu.web.training_page import course_row

GRADES = [grade for grade in Grade if grade.level]


def list_page(request: Request) -> dict[str, Any]:
    """One page of the courses open to sign up, the nearest first."""
    words, grade = request.GET.get("q", "").strip()[:60], request.GET.get("grade", "")
    asked = grade if grade in GRADES else ""
    found = training.list_open_courses(on=request.on, words=words, grade=asked)
    if (last := number_asked(request)) is not None:
        found = training.courses_after(found, last)
    rows, pages = page_of(found, request, number_of)
    return {
        "words": words,
        "grades": [
            {"key": one.value, "title": grade_title(one), "chosen": one.value == asked}
            for one in GRADES
        ],
        "asked": bool(words or asked),
        "courses": [course_row(one, request.on) for one in rows],
        **pages,
    }


def course_page(course: Any, request: Request) -> dict[str, Any]:
    """One course, and what the reader may do about it."""
    by, on = request.capacity, request.on
    is_worker = by.role is WORKER and by.person is not None
    has_place = is_worker and course.sign_ups.filter(person=by.person).exists()
    return {
        "course": course_row(course, on),
        "has_place": has_place,
        "may_withdraw": has_place and course.is_coming,
        "is_open": course.is_coming and on <= course.sign_up_until,
        "is_worker": is_worker,
    }


def act(course: Any, request: Request) -> None:
    """Take a place or give it back, as the button says."""
    by, on = request.capacity, request.on
    if request.POST.get("act") == "withdraw":
        services.withdraw(course.pk, by=by, on=on)
        messages.success(request, _("已退出本班，名额留给他人。"))
        return
    try:
        services.sign_up(course.pk, by=by, on=on)
    except services.AlreadySignedUp as done:
        messages.success(request, str(done))
        return
    messages.success(request, _("报名成功，名额已经留给您；开班时由培训单位登记为学员。"))
