"""Courses of training to come: for everybody; a worker takes a place and gives it back."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from ninja import Query, Router, Schema, Status

from gongtu.api.access import KNOWN, Request
from gongtu.api.shapes import PAGE, AfterNumber, Limit, absolute, page_of
from gongtu.registers.skills.choices import Grade
from gongtu.registers.training import queries as training
from gongtu.registers.training import services

router = Router(tags=["training"])
SHOWN = 3


class CourseTold(Schema):
    """A course to come; `fee` is the provider's own statement."""

    id: int
    number: str
    provider: str
    occupation: str
    occupation_name: str
    grade: Grade
    starts_on: date
    sign_up_until: date
    class_hours: int
    places: int
    left: int
    venue: str
    fee: str
    address: str


class CoursePage(Schema):
    """One page of courses, the nearest first; `next` is the address of the one after it."""

    courses: list[CourseTold]
    next: str | None


class PlaceHeld(Schema):
    """A place in a course, since when."""

    course: int
    signed_up_on: date


class PlaceGivenBack(Schema):
    """The course has so many places left now."""

    course: int
    left: int


@router.get("/courses", response=CoursePage, summary="Courses of training open to sign up")
def list_courses(
    request: Request,
    occupation: Annotated[str, Query(max_length=20, description="Its code.")] = "",
    grade: Grade | None = None,
    after: AfterNumber = None,
    limit: Limit = PAGE,
) -> dict[str, Any]:
    found = training.list_open_courses(
        on=request.on, occupation=occupation, grade=grade.value if grade else ""
    )
    if after is not None:
        found = training.courses_after(found, after)
    rows, following = page_of(found, limit, request)
    return {"courses": [course_told(one, request) for one in rows], "next": following}


@router.post(
    "/me/courses/{course}/sign-up",
    response={201: PlaceHeld},
    auth=KNOWN,
    summary="Take a place in a course; the last goes to one, others are told the next that fits",
)
def sign_up_for_course(request: Request, course: int) -> Status[dict[str, Any]]:
    made = services.sign_up(course, by=request.auth, on=request.on)
    return Status(201, {"course": made.announcement_id, "signed_up_on": made.signed_up_on})


@router.post(
    "/me/courses/{course}/withdraw",
    response=PlaceGivenBack,
    auth=KNOWN,
    summary="Give my place in a course back, until it starts",
)
def withdraw_from_course(request: Request, course: int) -> dict[str, Any]:
    services.withdraw(course, by=request.auth, on=request.on)
    return {"course": course, "left": training.get_announcement(course).left}


def course_told(course: Any, request: Request) -> dict[str, Any]:
    """A course as machines read it."""
    plain = (
        "number", "grade", "starts_on", "sign_up_until", "class_hours", "places", "left",
        "venue", "fee",
    )  # fmt: skip
    return {
        "id": course.pk,
        "provider": course.provider.name,
        "occupation": course.occupation_id,
        "occupation_name": course.occupation.name,
        "address": absolute(request, f"/courses/{course.pk}/"),
        **{name: getattr(course, name) for name in plain},
    }
