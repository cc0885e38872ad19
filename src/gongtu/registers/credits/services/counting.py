"""Counting a certificate or a training, once and nowhere else, and what ends that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.records.journal.services import write
from gongtu.registers.credits.choices import EndedFor
from gongtu.registers.credits.models import Conversion, Credit, Programme, Rule, Student
from gongtu.registers.credits.numbers import NONE, written
from gongtu.registers.credits.queries import (
    Offer,
    find_student,
    find_use,
    get_programme,
    get_source,
    rules_on,
    transcript_of,
    worth_of,
)
from gongtu.registers.credits.rows import Line
from gongtu.registers.credits.services.enrolling import begin
from gongtu.registers.credits.services.signing import follow_change
from gongtu.registers.skills.models import Certificate


class NotConvertible(Refused):
    """The school's rules do not bring that; with every reason."""


class CreditsUsed(Refused):
    """What was learned counts already, here or elsewhere; the reason says where."""


@dataclass(frozen=True, slots=True)
class Application:
    """What somebody asks a school to count, under the rules of the day they asked."""

    person: UUID
    programme: str
    source: str
    asked_on: date


def check_application(application: Application, school: int) -> None:
    """Only one's own certificate or training, for a programme of the school that is asked.

    Raises:
        ProgrammeUnknown, SourceUnknown: There is no such thing.
        NotConvertible: The programme is another school's.
    """
    programme = get_programme(application.programme)
    if programme.school_id != school:
        raise NotConvertible(
            _("“%(programme)s”是%(school)s的专业，请向该校申请。")
            % {"programme": programme.name, "school": programme.school.name}
        )
    get_source(application.person, application.source, on=application.asked_on)


@transaction.atomic
def convert(
    application: Application,
    *,
    case_number: str,
    by: Capacity,
    on: date,
    lines: Sequence[Line] | None = None,
) -> Conversion:
    """Count it as the rules say, or as much of that as the school's `lines` say.

    Raises:
        NotEntitled: Another school counts.
        CreditsUsed: It counts already, or a course of it does.
        NotConvertible: Beyond the rules or the ceiling; with every reason.
        NotOpen: The programme has no terms yet.
    """
    programme = get_programme(application.programme)
    access.require(by, "keep-credits", programme.school, on=on)
    Person.objects.select_for_update().get(pk=application.person)
    offer = get_source(application.person, application.source, on=on)
    if not offer.is_sound:
        raise NotConvertible(_("证书已被暂停或者撤销，不能转化学分。"))
    if (use := find_use(offer)) is not None:
        raise CreditsUsed(use.says)
    worth = worth_of(programme, offer, rules_on(programme.pk, on=application.asked_on))
    counted = _chosen({rule.course: rule for rule in worth.rules}, lines)
    student = _student(programme, application.person, case_number, on=on)
    _check_room(student, counted)
    made = _once(
        offer, case_number=case_number, student=student, source=offer.source, granted_on=on
    )
    _enter(made, counted, on=on)
    _journal("credits-converted", made, by=by, on=on)
    follow_change(student, by=by, on=on)
    return made


@transaction.atomic
def end_conversion(case_number: str, why: EndedFor, *, by: Capacity, on: date) -> Conversion:
    """What was counted counts no more, may be counted elsewhere, and is no longer vouched for.

    Raises:
        NotConvertible: Nothing counts by that case, or a diploma rests on it.
    """
    standing = Conversion.objects.select_for_update(of=("self",)).select_related("student")
    found = standing.filter(case_number=case_number, ended_on=None).first()
    if found is None:
        raise NotConvertible(_("这些学分已经不再计入。"))
    if found.student.diploma_id is not None:
        raise NotConvertible(_("已凭这些学分取得学业证书，不能再放弃或者撤销。"))
    found.ended_on, found.ended_for = on, why.value
    found.save(update_fields=["ended_on", "ended_for"])
    found.credits.update(ended_on=on)
    _journal("credits-ended", found, by=by, on=on)
    follow_change(found.student, by=by, on=on)
    return found


def _once(offer: Offer, **told: Any) -> Conversion:
    """The entry in the ledger, which takes each source once.

    Raises:
        CreditsUsed: Somebody was faster.
    """
    held = {"certificate" if isinstance(offer.held, Certificate) else "trainee": offer.held}
    try:
        with transaction.atomic():
            return Conversion.objects.create(**told, **held)
    except IntegrityError:
        use = find_use(offer)
        raise CreditsUsed(use.says if use else _("这些学分刚刚已经计入。")) from None


def _enter(made: Conversion, counted: Sequence[tuple[Rule, Decimal]], *, on: date) -> None:
    """Each course on the transcript, with the rule that it was counted under."""
    Credit.objects.bulk_create(
        Credit(
            student=made.student, course=rule.course, credits=count, conversion=made, rule=rule,
            counted_on=on,
        )
        for rule, count in counted
    )  # fmt: skip


def _chosen(
    by_course: Mapping[str, Rule], lines: Sequence[Line] | None
) -> list[tuple[Rule, Decimal]]:
    """Each course with what is granted of it.

    Raises:
        NotConvertible: No rule brings it, or not so much.
    """
    if lines is None:
        lines = [Line(rule.course, rule.credits) for rule in by_course.values()]
    reasons = list(_beyond(by_course, lines))
    if not lines:
        reasons.append(_("本校没有规则把它转化为该专业的学分。"))
    if reasons:
        raise NotConvertible(*reasons)
    return [(by_course[line.course], line.credits) for line in lines]


def _beyond(by_course: Mapping[str, Rule], lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        rule = by_course.get(line.course)
        if rule is None:
            yield _("规则没有把它转化为课程“%(course)s”的学分。") % {"course": line.course}
        elif line.credits > rule.credits:
            most = {"course": line.course, "most": written(rule.credits)}
            yield _("课程“%(course)s”按规则最多%(most)s学分。") % most


def _student(programme: Programme, person: UUID, case_number: str, *, on: date) -> Student:
    if (found := find_student(person, programme.pk)) is not None:
        return found
    return begin(programme, person, f"J{case_number}", on=on)


def _check_room(student: Student, counted: Sequence[tuple[Rule, Decimal]]) -> None:
    """No course twice, and no more than may be converted.

    Raises:
        CreditsUsed, NotConvertible: With every reason.
    """
    transcript = transcript_of(student)
    taken = {one.course: one for one in transcript.credits}
    if twice := [rule.course for rule, _count in counted if rule.course in taken]:
        says = _("成绩单上已有课程%(courses)s的学分，不能重复计算。")
        raise CreditsUsed(says % {"courses": "、".join(twice)})
    asked = sum((count for _rule, count in counted), NONE)
    if asked > transcript.room:
        says = _("要计入%(asked)s学分，而该专业还可以转化的只有%(room)s学分；可以部分认定。")
        raise NotConvertible(says % {"asked": written(asked), "room": written(transcript.room)})
    if student.diploma_id is not None:
        raise NotConvertible(_("已取得该专业的学业证书，不再计入学分。"))


def _journal(kind: str, made: Conversion, *, by: Capacity, on: date) -> None:
    person = made.student.person_id
    what = {"person": str(person), "transcript": made.student.number, "case": made.case_number}
    write(f"person:{person}", kind, on=on, by=by, what=what)
