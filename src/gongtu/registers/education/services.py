"""What is written into the education register: enrolment, graduation, a subsidy drawn."""

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
from gongtu.registers.education.choices import ClassKind, Level, Qualified, SchoolKind
from gongtu.registers.education.models import Degree


class NotInOrder(Refused):
    """The school reports something that cannot follow what is on record."""


class DrawnAlready(Refused):
    """A subsidy was paid for this degree before."""


class Study(NamedTuple):
    """What a school reports of somebody's course of study."""

    number: str
    level: Level
    school: str
    school_kind: SchoolKind
    full_time: bool
    class_kind: ClassKind = ClassKind.NONE


@transaction.atomic
def enrol(person: UUID, study: Study, *, source: str, by: Capacity, on: date) -> Degree:
    """Record that somebody began a course of study on that day.

    Raises:
        NotInOrder: The number is taken.
    """
    if Degree.objects.filter(number=study.number).exists():
        raise NotInOrder(_("学历登记编号%s已有登记。") % study.number)
    degree = Degree.objects.create(
        person_id=person, enrolled_on=on, source=source, **study._asdict()
    )
    _journal("degree-begun", degree, by=by, on=on)
    return degree


@transaction.atomic
def graduate(number: str, *, qualified: Qualified, by: Capacity, on: date) -> Degree:
    """Record that the course of study was finished on that day, and what it was finished with.

    Raises:
        NotInOrder: It is finished already, or had not begun.
    """
    degree = Degree.objects.select_for_update().get(number=number)
    if degree.graduated_on is not None or on <= degree.enrolled_on:
        raise NotInOrder(_("毕业日期应当晚于入学日期，且只登记一次。"))
    degree.graduated_on, degree.qualified = on, qualified.value
    degree.save(update_fields=["graduated_on", "qualified"])
    _journal("degree-finished", degree, by=by, on=on)
    return degree


@transaction.atomic
def record_subsidy(number: str, *, case_number: str, on: date) -> None:
    """Note that a subsidy was paid for a degree, so that it is never paid twice.

    Raises:
        DrawnAlready: Another case brought one before.
    """
    if not mark(Degree.objects.filter(number=number), case_number, on=on):
        raise DrawnAlready(_("该学历已经享受过补贴。"))


def take_back_subsidy(number: str, *, case_number: str) -> None:
    """The case brought nothing after all: the degree may bring its subsidy."""
    unmark(Degree.objects.filter(number=number), case_number)


def _journal(kind: str, degree: Degree, *, by: Capacity, on: date) -> None:
    what = {"person": str(degree.person_id), "degree": degree.number}
    write(f"person:{degree.person_id}", kind, on=on, by=by, what=what)
