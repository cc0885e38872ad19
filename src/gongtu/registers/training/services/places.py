"""Courses to come: announced, places taken by one each and given back, started or called off.

The count of places taken is written before it is read: of two who want the last one at the same
instant the second waits, finds none left, and is told of the next course that fits.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties import access
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import get_organisation
from gongtu.parties.roles import WORKER
from gongtu.records.journal.services import write
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries import find_occupation
from gongtu.registers.training.models import Announcement, Course, SignUp
from gongtu.registers.training.queries import get_announcement, next_open_course
from gongtu.registers.training.services.courses import Plan, enter, open_course
from gongtu.registers.training.services.telling import tell_called_off

MOST, HOURS_MOST, VENUE_LENGTH, FEE_LENGTH = 1000, 9999, 120, 200


class AnnouncementWrong(Refused):
    """A course that cannot be announced so; with every reason."""


class NotRunning(Refused):
    """The course started, was called off, or takes nobody any more, or not this person."""


class AlreadySignedUp(NotRunning):
    """They have a place in the course already."""


class PlaceTaken(Refused):
    """The last place went to somebody else; `next_course` is the next that fits, or None."""

    def __init__(self, *reasons: str, next_course: int | None = None) -> None:
        super().__init__(*reasons)
        self.next_course = next_course


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A course to come; `fee` in the provider's own words."""

    occupation: str
    grade: Grade
    starts_on: date
    sign_up_until: date
    class_hours: int
    places: int
    venue: str
    fee: str


@transaction.atomic
def announce(coming: Coming, *, by: Capacity, on: date) -> Announcement:
    """Publish a course to come of one's own; the same again is the same course.

    Raises:
        NotEntitled: Whoever acts trains nobody.
        AnnouncementWrong: With every reason.
    """
    provider = _provider(by.organisation, by=by, on=on)
    if reasons := [*_days_wrong(coming, on), *_terms_wrong(coming)]:
        raise AnnouncementWrong(*reasons)
    told: dict[str, Any] = {
        "occupation_id": coming.occupation, "grade": coming.grade.value,
        "starts_on": coming.starts_on, "sign_up_until": coming.sign_up_until,
        "class_hours": coming.class_hours, "places": coming.places,
        "venue": coming.venue.strip(), "fee": coming.fee.strip(), "announced_on": on,
    }  # fmt: skip
    made, is_new = Announcement.objects.get_or_create(
        provider_id=provider, called_off_on=None, course=None, **told
    )
    if is_new:
        _journal("course-announced", made, by=by, on=on)
    return made


@transaction.atomic
def sign_up(announcement: int, *, by: Capacity, on: date) -> SignUp:
    """A worker takes a place in a course to come.

    Raises:
        NotEntitled: Each signs up for themselves.
        AnnouncementUnknown: There is no such course.
        NotRunning: One signs up no more.
        AlreadySignedUp: They have a place already.
        PlaceTaken: None is left; naming the next course that fits.
    """
    person, course = _oneself(by), _held(announcement)
    if on > course.sign_up_until:
        raise NotRunning(_("报名已经截止。"))
    if course.sign_ups.filter(person=person).exists():
        raise AlreadySignedUp(_("您已经报名这个班，不用再报。"))
    _take(course, on=on)
    made = SignUp.objects.create(announcement=course, person_id=person, signed_up_on=on)
    _journal("training-place-taken", course, by=by, on=on, person=person)
    return made


@transaction.atomic
def withdraw(announcement: int, *, by: Capacity, on: date) -> None:
    """A worker gives their place back, for the next who wants it, until the course starts.

    Raises:
        NotEntitled: Each for themselves.
        AnnouncementUnknown: There is no such course.
        NotRunning: They have no place, or it is too late.
    """
    person, course = _oneself(by), _held(announcement)
    gone, _rows = course.sign_ups.filter(person=person).delete()
    if not gone:
        raise NotRunning(_("您没有报名这个班。"))
    Announcement.objects.filter(pk=course.pk).update(taken=F("taken") - 1)
    _journal("training-place-given-back", course, by=by, on=on, person=person)


@transaction.atomic
def start(announcement: int, *, by: Capacity, on: date) -> Course:
    """The course begins on that day: whoever has a place is entered as a trainee.

    Raises:
        NotEntitled: It is another body's.
        NotRunning: Before its day, without anybody, or started or called off before.
    """
    coming = _own(announcement, by=by, on=on)
    if on < coming.starts_on:
        day = date_format(coming.starts_on, "DATE_FORMAT")
        raise NotRunning(_("公布的开班日期是%(day)s，到那一天才能开班。") % {"day": day})
    people = list(coming.sign_ups.values_list("person", flat=True))
    if not people:
        raise NotRunning(_("没有人报名，不能开班；可以取消这个班。"))
    plan = Plan(coming.number, coming.occupation_id, coming.class_hours, None)
    course = open_course(coming.provider_id, plan, by=by, on=on)
    enter(course, people)
    coming.course = course
    coming.save(update_fields=["course"])
    return course


@transaction.atomic
def call_off(announcement: int, *, by: Capacity, on: date) -> None:
    """The course will not be held; whoever has a place is told so.

    Raises:
        NotEntitled: It is another body's.
        NotRunning: It started or was called off before.
    """
    coming = _own(announcement, by=by, on=on)
    coming.called_off_on = on
    coming.save(update_fields=["called_off_on"])
    tell_called_off(coming, on=on)
    _journal("course-called-off", coming, by=by, on=on)


def _held(announcement: int) -> Announcement:
    """The course to come, held against everybody else until the transaction ends."""
    Announcement.objects.filter(pk=announcement).update(taken=F("taken"))
    found = get_announcement(announcement)
    if found.course_id is not None:
        raise NotRunning(_("这个班已经开班，有变动请与培训单位联系。"))
    if found.called_off_on is not None:
        raise NotRunning(_("这个班已经取消。"))
    return found


def _own(announcement: int, *, by: Capacity, on: date) -> Announcement:
    _provider(get_announcement(announcement).provider_id, by=by, on=on)
    return _held(announcement)


def _provider(organisation: int | None, *, by: Capacity, on: date) -> int:
    body = get_organisation(organisation) if organisation is not None else None
    access.require(by, "hold-courses", body, on=on)
    return organisation or 0


def _oneself(by: Capacity) -> UUID:
    if by.role is not WORKER or by.person is None:
        raise NotEntitled(_("由工人本人报名。"))
    return by.person


def _take(course: Announcement, *, on: date) -> None:
    free = Announcement.objects.filter(pk=course.pk, taken__lt=F("places"))
    if free.update(taken=F("taken") + 1):
        return
    following = next_open_course(course, on=on)
    if following is None:
        nothing = _("目前没有其他同职业同等级的班可以报名；有人退出时名额会重新空出。")
        raise PlaceTaken(_("名额已经报满。"), nothing)
    told: dict[str, Any] = {
        "provider": following.provider.name,
        "day": date_format(following.starts_on, "DATE_FORMAT"),
        "left": following.left,
    }
    says = _("下一个同职业同等级的班：%(provider)s，%(day)s开班，还有%(left)s个名额。") % told
    raise PlaceTaken(_("名额已经报满。"), says, next_course=following.pk)


def _days_wrong(coming: Coming, on: date) -> list[str]:
    reasons = []
    if coming.sign_up_until < on:
        reasons.append(_("报名截止日期不能早于今天。"))
    if coming.starts_on < coming.sign_up_until:
        reasons.append(_("开班日期不能早于报名截止日期。"))
    return reasons


def _terms_wrong(coming: Coming) -> list[str]:
    reasons = []
    if find_occupation(coming.occupation) is None:
        reasons.append(_("没有代码为%(code)s的职业。") % {"code": coming.occupation})
    if not coming.grade.level:
        reasons.append(_("请选择培训对应的技能等级。"))
    if not 0 < coming.class_hours <= HOURS_MOST:
        reasons.append(_("课时应在1至%(most)s之间。") % {"most": HOURS_MOST})
    if not 0 < coming.places <= MOST:
        reasons.append(_("名额应在1至%(most)s之间。") % {"most": MOST})
    if not 0 < len(coming.venue.strip()) <= VENUE_LENGTH:
        reasons.append(_("请写明上课地点，不超过%(most)s字。") % {"most": VENUE_LENGTH})
    if not 0 < len(coming.fee.strip()) <= FEE_LENGTH:
        reasons.append(
            _("请写明收费，不超过%(most)s字；不收费的写“不收费”。") % {"most": FEE_LENGTH}
        )
    return reasons


def _journal(
    kind: str,
    course: Announcement,
    *,
    by: Capacity,
    on: date,
    person: UUID | None = None,
) -> None:
    about = f"organisation:{course.provider_id}" if person is None else f"person:{person}"
    what: dict[str, Any] = {"organisation": course.provider_id, "course": course.number}
    write(about, kind, on=on, by=by, what=what | ({"person": str(person)} if person else {}))
