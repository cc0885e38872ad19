"""Courses of training to come, as the public, workers and those who train read them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from gongtu.registers.skills.choices import Grade
from gongtu.web.ladder_page import grade_title
from gongtu.web.wording import name_of

WAIT, GOOD, BAD = "wait", "good", "bad"


def course_row(course: Any, on: date) -> dict[str, Any]:
    """What a list says of one course, and where it stands."""
    return {
        **_state_of(course, on),
        "number": course.number,
        "address": reverse("public:show_course", args=[course.pk]),
        "title": f"{course.occupation.name} · {grade_title(Grade(course.grade))}",
        "provider": name_of(course.provider),
        "starts_on": course.starts_on,
        "sign_up_until": course.sign_up_until,
        "venue": course.venue,
        "class_hours": course.class_hours,
        "fee": course.fee,
        "places": course.places,
        "taken": course.taken,
        "left": course.left,
        "began_on": course.course.began_on if course.course else None,
        "called_off_on": course.called_off_on,
    }


def _state_of(course: Any, on: date) -> dict[str, str]:
    """Where the course stands, in a word with its colour."""
    if course.called_off_on is not None:
        return {"state": _("已取消"), "mood": BAD}
    if course.course_id is not None:
        return {"state": _("已开班"), "mood": GOOD}
    if on > course.sign_up_until:
        return {"state": _("报名已截止"), "mood": WAIT}
    if course.left == 0:
        return {"state": _("名额已满"), "mood": WAIT}
    return {"state": _("正在报名"), "mood": GOOD}
