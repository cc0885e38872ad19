"""Putting learners on a school's rolls: by the school itself, or by a first conversion."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.services.numbering import draw
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.parties.queries import find_person_by_id_number
from gongtu.records.journal.services import write
from gongtu.registers.credits.models import Programme, Student
from gongtu.registers.credits.queries import find_student, get_programme, get_student, terms_on


class NotOnRecord(Refused):
    """Nobody on record has this name and this number; which of them is wrong is not told."""


class NotOpen(Refused):
    """The programme does not say yet how many credits its diploma takes."""


@transaction.atomic
def enrol(programme: int, *, name: str, id_number: str, by: Capacity, on: date) -> Student:
    """Put somebody on record on the rolls from that day; who is there already stays as they are.

    Raises:
        NotEntitled, ProgrammeUnknown: It is no programme of the school's.
        WrongIdNumber: The digits break a rule.
        NotOnRecord: Name and number do not agree with the record.
        NotOpen: The programme has no terms yet.
    """
    found = get_programme(programme)
    access.require(by, "keep-credits", found.school, on=on)
    person = find_person_by_id_number(id_number)
    if person is None or person.name != name.strip() or person.died_on is not None:
        raise NotOnRecord(_("没有姓名和身份证号都相符的登记，请核对；本人须先登记。"))
    Person.objects.select_for_update().get(pk=person.pk)
    if (standing := find_student(person.pk, found.pk)) is not None:
        return standing
    number = f"JX{on.year}{draw(f'enrolment:{on.year}'):07d}"
    made = begin(found, person.pk, number, on=on)
    what = {"person": str(person.pk), "transcript": made.number, "organisation": found.school_id}
    write(f"person:{person.pk}", "credit-student-enrolled", on=on, by=by, what=what)
    return made


def begin(programme: Programme, person: UUID, number: str, *, on: date) -> Student:
    """Write the enrolment, under the terms of that day.

    Raises:
        NotOpen: There are no terms yet.
    """
    if (terms := terms_on(programme.pk, on=on)) is None:
        raise NotOpen(_("该专业还没有公布毕业所需学分。"))
    Student.objects.create(
        number=number, programme=programme, person_id=person, terms=terms, enrolled_on=on
    )
    return get_student(number, person=person)
