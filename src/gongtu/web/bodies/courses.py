"""Courses to come of a body that trains, as its pages show and take them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gongtu.parties.access import TRAINING
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Organisation
from gongtu.registers.skills.choices import Grade
from gongtu.registers.training import queries as training
from gongtu.registers.training import services
from gongtu.registers.training.services.places import FEE_LENGTH, HOURS_MOST, MOST, VENUE_LENGTH
from gongtu.web.asking import PAGE, number_asked, page_of
from gongtu.web.fields import DayField, offer_choices
from gongtu.web.http import Request
from gongtu.web.ladder_page import grade_title
from gongtu.web.own import own_body
from gongtu.web.shell import home_entry
from gongtu.web.training_page import course_row


class ComingForm(forms.Form):
    """A course to come."""

    occupation = forms.CharField(
        label=gettext_lazy("职业代码"),
        help_text=gettext_lazy("例如 6-20-01-01；在“职业”页面可以按名称查到。"),
        max_length=20,
    )
    grade = forms.ChoiceField(label=gettext_lazy("培训对应的技能等级"))
    starts_on = DayField(label=gettext_lazy("开班日期"))
    sign_up_until = DayField(label=gettext_lazy("报名截止日期"))
    class_hours = forms.IntegerField(
        label=gettext_lazy("课时"), min_value=1, max_value=HOURS_MOST,
        widget=forms.NumberInput({"unit": gettext_lazy("学时")}),
    )  # fmt: skip
    places = forms.IntegerField(label=gettext_lazy("名额"), min_value=1, max_value=MOST)
    venue = forms.CharField(label=gettext_lazy("上课地点"), max_length=VENUE_LENGTH)
    fee = forms.CharField(
        label=gettext_lazy("收费"),
        help_text=gettext_lazy("由本单位自行说明，例如“不收费”，或者每人多少元、包含什么。"),
        max_length=FEE_LENGTH,
    )

    def __init__(self, told: Any = None) -> None:
        super().__init__(told)
        grades = [(one.value, grade_title(one)) for one in Grade if one.level]
        offer_choices(self, "grade", grades)

    def coming(self) -> services.Coming:
        """What is announced."""
        told = self.cleaned_data
        chosen = {"grade": Grade(told["grade"]), "occupation": told["occupation"].strip()}
        return services.Coming(**{**told, **chosen})


def own_training(by: Capacity) -> Organisation:
    """The enterprise, school or training provider the reader acts for.

    Raises:
        NotEntitled: The reader acts in another capacity.
    """
    refusal = _("这是企业、院校和职业培训机构经办人的页面。请在“我的账户与身份”中切换身份。")
    return own_body(by, *TRAINING, refusal=refusal)


def list_page(body: Organisation, form: ComingForm, request: Request) -> dict[str, Any]:
    """One page of what the body announced, the latest start first, and the form for more."""
    start = number_asked(request) or 0
    found = training.list_announced(body.pk)[start:]
    rows, pages = page_of(found, request, lambda _last: start + PAGE)
    return {
        "home": home_entry(request.capacity.role),
        "courses": [_row(one, request) for one in rows],
        **pages,
        "form": form,
    }


def course_page(course: Any, request: Request) -> dict[str, Any]:
    """One course: who signed up, and what can be done."""
    people = training.places_of(course, by=request.capacity, on=request.on)
    return {
        "course": _row(course, request),
        "people": [{"name": one.person.name, "on": one.signed_up_on} for one in people],
        "is_coming": course.is_coming,
        "may_start": course.is_coming and bool(course.taken) and request.on >= course.starts_on,
    }


def act(course: Any, request: Request) -> None:
    """Start the course or call it off, as the button says; a second click finds it done."""
    ends = request.POST.get("act") == "call-off"
    do = services.call_off if ends else services.start
    try:
        do(course.pk, by=request.capacity, on=request.on)
    except services.NotRunning:
        now = training.get_announcement(course.pk)
        if (now.called_off_on if ends else now.course_id) is None:
            raise
    done = _("已取消，报名的人都已通知。") if ends else _("已开班，报名的人已登记为学员。")
    messages.success(request, done)


def _row(course: Any, request: Request) -> dict[str, Any]:
    row = course_row(course, request.on)
    own = {"address": reverse("bodies:show_course", args=[course.pk]), "public": row["address"]}
    return row | own
