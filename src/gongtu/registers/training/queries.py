"""What others read from the register of training courses."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.registers.training.models import Announcement, SignUp, Trainee


class TraineeUnknown(Refused):
    """The organisation trained nobody of this number."""


class AnnouncementUnknown(Refused):
    """There is no such course to come."""


def list_trainees(provider: int) -> QuerySet[Trainee]:
    """Everybody an organisation trained, in the order they were entered."""
    trainees = Trainee.objects.filter(course__provider=provider)
    return trainees.select_related("course__occupation", "certificate", "person")


def find_trainee(number: str) -> Trainee | None:
    """Whoever was trained under that number."""
    trainees = Trainee.objects.select_related("course__occupation", "person")
    return trainees.filter(number=number).first()


def paid_trainings(person: UUID, *, on: date) -> frozenset[str]:
    """The numbers of the person's certificates whose training a subsidy was drawn for by then."""
    paid = Trainee.objects.filter(certificate__person=person, subsidised_on__lte=on)
    return frozenset(paid.values_list("certificate__number", flat=True))


def get_trained(provider: int, number: str) -> Trainee:
    """One of the organisation's own trainees.

    Raises:
        TraineeUnknown: It trained nobody of that number.
    """
    if (found := list_trainees(provider).filter(number=number).first()) is None:
        raise TraineeUnknown(_("本单位没有这一编号的学员。"))
    return found


def list_open_courses(
    *, on: date, words: str = "", occupation: str = "", grade: str = ""
) -> QuerySet[Announcement]:
    """Courses for which one signs up on the day, the nearest first; full ones too."""
    found = _announced().filter(course=None, called_off_on=None, sign_up_until__gte=on)
    if words:
        found = found.filter(Q(occupation__name__icontains=words) | Q(occupation=words))
    if occupation:
        found = found.filter(occupation=occupation)
    if grade:
        found = found.filter(grade=grade)
    return found.order_by("starts_on", "id")


def courses_after(courses: QuerySet[Announcement], last: int) -> QuerySet[Announcement]:
    """What follows that course in a list of the nearest first; nothing follows one that is not."""
    day = Announcement.objects.filter(pk=last).values_list("starts_on", flat=True).first()
    if day is None:
        return courses.none()
    return courses.filter(Q(starts_on__gt=day) | Q(starts_on=day, pk__gt=last))


def list_announced(provider: int) -> QuerySet[Announcement]:
    """Everything a body announced, the latest start first."""
    return _announced().filter(provider=provider).order_by("-starts_on", "-id")


def get_announcement(announcement: int) -> Announcement:
    """One course to come, or what became of it.

    Raises:
        AnnouncementUnknown: There is none.
    """
    if (found := _announced().filter(pk=announcement).first()) is None:
        raise AnnouncementUnknown(_("没有这个培训班。"))
    return found


def next_open_course(course: Announcement, *, on: date) -> Announcement | None:
    """The next course to the same grade of the same occupation that still has a place."""
    alike = list_open_courses(on=on, occupation=course.occupation_id, grade=course.grade)
    return alike.filter(taken__lt=F("places")).exclude(pk=course.pk).first()


def list_signed_up(person: UUID) -> QuerySet[SignUp]:
    """The courses a person took a place in, the latest start first."""
    own = SignUp.objects.filter(person=person).select_related(
        "announcement__occupation", "announcement__provider", "announcement__course"
    )
    return own.order_by("-announcement__starts_on", "-id")


def places_of(announcement: Announcement, *, by: Capacity, on: date) -> QuerySet[SignUp]:
    """Who took a place, in the order they came.

    Raises:
        NotEntitled: Only its provider reads so.
    """
    access.require(by, "hold-courses", announcement.provider, on=on)
    return announcement.sign_ups.select_related("person")


def _announced() -> QuerySet[Announcement]:
    return Announcement.objects.select_related("occupation", "provider", "course")
