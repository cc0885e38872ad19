"""What the school itself taught, and the diploma at the end."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.services import write
from gongtu.registers.credits.models import Credit, Student
from gongtu.registers.credits.numbers import written
from gongtu.registers.credits.queries import (
    find_student,
    get_programme,
    get_student,
    transcript_of,
)
from gongtu.registers.credits.rows import Line
from gongtu.registers.credits.services.signing import follow_change
from gongtu.registers.education import services as education
from gongtu.registers.education.choices import Level, Qualified, SchoolKind
from gongtu.registers.education.models import Degree

LONGEST = 24


class StudyWrong(Refused):
    """A course cannot be put on the transcript like that."""


class NotFinished(Refused):
    """The transcript does not reach a diploma, or has brought it already."""


@transaction.atomic
def record_study(number: str, line: Line, *, by: Capacity, on: date) -> Credit:
    """Put a course that the school taught on the transcript.

    Raises:
        NotEntitled, StudentUnknown: It is no student of the school's.
        StudyWrong: The course counts already, or the diploma is given.
    """
    student = get_student(number, school=by.organisation)
    access.require(by, "keep-credits", student.programme.school, on=on)
    Student.objects.select_for_update().get(pk=student.pk)
    if student.diploma_id is not None:
        raise StudyWrong(_("已颁发学业证书，成绩单不再改变。"))
    if Credit.objects.filter(student=student, course=line.course, ended_on=None).exists():
        raise StudyWrong(_("成绩单上已有课程“%(course)s”的学分。") % {"course": line.course})
    made = Credit.objects.create(
        student=student, course=line.course, credits=line.credits, counted_on=on
    )
    _journal("credits-studied", student, by=by, on=on)
    follow_change(student, by=by, on=on)
    return made


def check_student(person: UUID, programme: str, school: int) -> Student:
    """The person's own transcript, in a programme of the school that is asked.

    Raises:
        ProgrammeUnknown: There is no such programme.
        StudyWrong: The person has none there.
    """
    found = find_student(person, get_programme(programme).pk)
    if found is None or found.programme.school_id != school:
        raise StudyWrong(
            _("您在这所学校的这个专业还没有成绩单。请先申请转化学分，或者请学校登记入学。")
        )
    return found


@transaction.atomic
def confer(person: UUID, programme: str, *, diploma: str, by: Capacity, on: date) -> Degree:
    """Register the diploma that a complete transcript brings.

    Where the course of study stands in the register of education already, it is finished there.

    Raises:
        NotEntitled, StudyWrong: It is no student of the school's.
        NotFinished: Credits are missing, or the diploma was given.
        NotInOrder: The diploma's number is on record already.
    """
    student = check_student(person, programme, by.organisation or 0)
    access.require(by, "keep-credits", student.programme.school, on=on)
    Student.objects.select_for_update().get(pk=student.pk)
    transcript = transcript_of(student)
    if student.diploma_id is not None:
        raise NotFinished(_("该专业的学业证书已经颁发。"))
    if not transcript.is_complete:
        missing = {"missing": written(transcript.missing)}
        raise NotFinished(_("还差%(missing)s学分，没有达到学业要求。") % missing)
    study = _study(student, diploma.strip())
    if not Degree.objects.filter(number=study.number, person=person).exists():
        source, since = student.programme.school.name, student.enrolled_on
        education.enrol(person, study, source=source, by=by, on=since)
    degree = education.graduate(study.number, qualified=Qualified.NONE, by=by, on=on)
    Student.objects.filter(pk=student.pk).update(diploma=degree)
    _journal("diploma-conferred", student, by=by, on=on)
    return degree


def _study(student: Student, number: str) -> education.Study:
    if not 0 < len(number) <= LONGEST:
        raise NotFinished(_("学业证书编号应为1至%(most)d位。") % {"most": LONGEST})
    programme = student.programme
    return education.Study(
        number=number,
        level=Level(programme.level),
        school=programme.school.name,
        school_kind=SchoolKind(programme.school_kind),
        full_time=programme.full_time,
    )


def _journal(kind: str, student: Student, *, by: Capacity, on: date) -> None:
    what = {"person": str(student.person_id), "transcript": student.number}
    write(f"person:{student.person_id}", kind, on=on, by=by, what=what)
