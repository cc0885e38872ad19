"""What is written into the register of training courses: opened, entered, completed, paid."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.ledger.marks import mark, unmark
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.services import write
from gongtu.registers.skills.models import Certificate
from gongtu.registers.training.models import Course, Trainee


class NumberTaken(Refused):
    """The course's number is on record already."""


class NotThisTraining(Refused):
    """The certificate does not follow from the training."""


class DrawnAlready(Refused):
    """The subsidy for this trainee was paid before."""


class Plan(NamedTuple):
    """What the department confirmed."""

    number: str
    occupation: str
    class_hours: int
    in_catalogue: bool | None


@transaction.atomic
def open_course(provider: int, plan: Plan, *, by: Capacity, on: date) -> Course:
    """Record a course that begins on that day, as the department confirmed its plan.

    Raises:
        NumberTaken: The number is on record already.
    """
    if Course.objects.filter(number=plan.number).exists():
        raise NumberTaken(_("培训班编号%s已有登记。") % plan.number)
    course = Course.objects.create(
        number=plan.number,
        provider_id=provider,
        occupation_id=plan.occupation,
        in_catalogue=plan.in_catalogue,
        class_hours=plan.class_hours,
        began_on=on,
    )
    what = {"organisation": provider, "course": course.number}
    write(f"organisation:{provider}", "course-opened", on=on, by=by, what=what)
    return course


@transaction.atomic
def enter(course: Course, people: list[UUID]) -> list[Trainee]:
    """Enter trainees on a course; numbers follow one another, and nobody is entered twice."""
    known = set(course.trainees.values_list("person", flat=True))
    fresh = [person for person in dict.fromkeys(people) if person not in known]
    trainees = [
        Trainee(course=course, person_id=person, number=f"{course.number}-{serial:03d}")
        for serial, person in enumerate(fresh, start=len(known) + 1)
    ]
    return Trainee.objects.bulk_create(trainees)


@transaction.atomic
def complete(number: str, *, certificate: str = "", by: Capacity, on: date) -> Trainee:
    """Record that a trainee completed the course, and the certificate it led to.

    Raises:
        NotThisTraining: The certificate is another person's or occupation's, or older.
    """
    trainee = Trainee.objects.select_for_update().select_related("course").get(number=number)
    trainee.completed_on = on
    if certificate:
        trainee.certificate = _following(trainee, certificate)
    trainee.save(update_fields=["completed_on", "certificate"])
    what = {"person": str(trainee.person_id), "trainee": number}
    write(f"person:{trainee.person_id}", "training-completed", on=on, by=by, what=what)
    return trainee


@transaction.atomic
def record_subsidy(number: str, *, case_number: str, on: date) -> None:
    """Note that the subsidy for a trainee was paid, so that it is never paid twice.

    Raises:
        DrawnAlready: Another case brought it before.
    """
    if not mark(Trainee.objects.filter(number=number), case_number, on=on):
        raise DrawnAlready(_("该学员的培训补贴已经领取。"))


def take_back_subsidy(number: str, *, case_number: str) -> None:
    """The case brought nothing after all: the training may bring its subsidy."""
    unmark(Trainee.objects.filter(number=number), case_number)


def _following(trainee: Trainee, number: str) -> Certificate:
    course = trainee.course
    found = Certificate.objects.filter(
        number=number,
        person=trainee.person_id,
        occupation=course.occupation_id,
        issued_on__gte=course.began_on,
        trainee=None,
    ).first()
    if found is None:
        raise NotThisTraining(_("证书%s不是该学员经本次培训取得的，或者已对应其他培训。") % number)
    return found
