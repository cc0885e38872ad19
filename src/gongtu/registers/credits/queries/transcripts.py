"""Transcripts: every credit of a student, how many were converted, and what is still missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.indicators.recorded import Recorded
from gongtu.registers.credits.models import Conversion, Credit, SignedTranscript, Student
from gongtu.registers.credits.numbers import NONE


class StudentUnknown(Refused):
    """There is no transcript of this number, or it is somebody else's."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """One student's credits that count, in the order they were counted."""

    student: Student
    credits: Sequence[Credit]

    @property
    def converted(self) -> Decimal:
        return sum((one.credits for one in self.credits if one.conversion_id), NONE)

    @property
    def total(self) -> Decimal:
        return sum((one.credits for one in self.credits), NONE)

    @property
    def missing(self) -> Decimal:
        needed: Decimal = self.student.terms.needed
        return max(needed - self.total, NONE)

    @property
    def room(self) -> Decimal:
        """How much may still be converted."""
        ceiling: Decimal = self.student.terms.ceiling
        return max(ceiling - self.converted, NONE)

    @property
    def is_complete(self) -> bool:
        return self.missing == NONE


def list_students(programme: int) -> QuerySet[Student]:
    """Everybody who studies a programme, with what counts."""
    return _students().filter(programme=programme)


def transcripts_of(person: UUID) -> list[Transcript]:
    """A person's transcripts, the latest first."""
    return [transcript_of(one) for one in _students().filter(person=person)]


def find_student(person: UUID, programme: int) -> Student | None:
    """The person in the programme; None before anything was counted."""
    return _students().filter(person=person, programme=programme).first()


def get_student(number: str, *, person: UUID | None = None, school: int | None = None) -> Student:
    """A student: of one's own, or of the school's.

    Raises:
        StudentUnknown: There is none of that number, or it is another's.
    """
    found = _students().filter(number=number)
    if person is not None:
        found = found.filter(person=person)
    if school is not None:
        found = found.filter(programme__school=school)
    if (one := found.first()) is None:
        raise StudentUnknown(_("没有这一编号的成绩单。"))
    return one


def get_signed(number: str) -> SignedTranscript:
    """A signed transcript.

    Raises:
        StudentUnknown: There is none of that number.
    """
    found = SignedTranscript.objects.select_related("student__programme__school")
    if (one := found.filter(number=number).first()) is None:
        raise StudentUnknown(_("没有这一编号的成绩单。"))
    return one


def find_signed(student: Student) -> SignedTranscript | None:
    """The signed transcript that nothing has followed yet."""
    return SignedTranscript.objects.filter(student=student, followed_on=None).first()


def transcript_of(student: Student) -> Transcript:
    """The credits that count today."""
    return Transcript(student, [one for one in student.credits.all() if one.ended_on is None])


def _students() -> QuerySet[Student]:
    credits_told = Credit.objects.select_related(
        "conversion__certificate__occupation", "conversion__trainee__course__occupation"
    )
    return Student.objects.select_related(
        "programme__school", "terms", "person", "diploma"
    ).prefetch_related(Prefetch("credits", credits_told))


CONVERTED = Recorded(
    kind="conversion",
    rows=lambda: Conversion.objects.filter(ended_on=None),
    title="student__programme__name",
    day="granted_on",
    place="student__programme__school__division",
    number="case_number",
)
"""Certificates and training that schools counted, by the day."""
