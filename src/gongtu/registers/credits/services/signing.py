"""Transcripts signed by the school: as of a day, and followed by a new one once credits change."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.casework.services.numbering import draw
from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.building import Order
from gongtu.engines.credentials.choices import Status
from gongtu.engines.credentials.queries import find_credential
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import get_person, masked_id_number
from gongtu.records.journal.services import write
from gongtu.registers.credits.choices import TRANSCRIPT
from gongtu.registers.credits.models import Credit, SignedTranscript, Student
from gongtu.registers.credits.numbers import written
from gongtu.registers.credits.queries import Transcript, find_signed, get_student, transcript_of
from gongtu.registers.education.choices import Level


class NothingToSign(Refused):
    """No credit counts on the transcript yet."""


@transaction.atomic
def sign_transcript(number: str, *, by: Capacity, on: date) -> SignedTranscript:
    """The school's signed transcript as of today for its holder; the one that stands, if any.

    Raises:
        NotEntitled, StudentUnknown: It is not the holder who asks.
        NothingToSign: No credit counts yet.
    """
    person = get_person(by.person or "")
    access.require(by, "ask-statement", person, on=on)
    student = get_student(number, person=person.pk)
    Student.objects.select_for_update().get(pk=student.pk)
    standing = find_signed(student)
    if standing is not None and _counts(standing):
        return standing
    transcript = transcript_of(student)
    if not transcript.credits:
        raise NothingToSign(_("成绩单上还没有学分，没有可以证明的内容。"))
    if standing is not None:
        _close(standing, on)
    made = _draw(student, on)
    order, school = order_for(transcript, made), student.programme.school_id
    credentials.issue_many(TRANSCRIPT, [order], issuer_organisation=school, by=by, on=on)
    _journal("transcript-signed", made, by=by, on=on)
    return made


def follow_change(student: Student, *, by: Capacity, on: date) -> SignedTranscript | None:
    """The credits changed, by whomever: the school's new transcript takes the former one's place.

    What was shown before is no longer valid then, and says which number follows it.  Nothing is
    signed for a student who never asked for a signed transcript.
    """
    standing = find_signed(student)
    if standing is None or not _counts(standing):
        return None
    _close(standing, on)
    made = _draw(student, on)
    told = transcript_of(get_student(student.number))
    credentials.follow(standing.number, order_for(told, made), by=by, on=on)
    _journal("transcript-followed", made, by=by, on=on)
    return made


def order_for(transcript: Transcript, made: SignedTranscript) -> Order:
    """What the signed document says: of whom, which credits of which programme, on which day."""
    student, programme = transcript.student, transcript.student.programme
    level = Level(programme.level)
    courses = [_course(one) for one in transcript.credits]
    return Order(
        number=made.number,
        title="学分成绩单",
        subject={
            "name": student.person.name,
            "idType": "居民身份证",
            "idNumber": masked_id_number(student.person),
            "school": programme.school.name,
            "programme": programme.name,
            "level": level.value,
            "levelName": level.label,
            "transcript": student.number,
            "asOf": made.as_of.isoformat(),
            "credits": written(transcript.total),
            "creditsConverted": written(transcript.converted),
            "creditsNeeded": written(student.terms.needed),
            "courses": courses,
            "coursesShown": "；".join(f"{one['course']} {one['credits']}" for one in courses),
        },
        valid_from=made.as_of,
        holder_index=str(student.person_id),
        achievement="ext:Transcript",
    )


def _course(one: Credit) -> dict[str, str]:
    source = one.conversion and (one.conversion.certificate or one.conversion.trainee)
    origin = {"convertedFrom": source.number} if source else {}
    told = {"course": one.course, "credits": written(one.credits)}
    return {**told, "countedOn": one.counted_on.isoformat(), **origin}


def _counts(signed: SignedTranscript) -> bool:
    """Whether nobody took the credential back meanwhile."""
    credential = find_credential(signed.number)
    return credential is not None and credential.status == Status.ISSUED


def _close(standing: SignedTranscript, on: date) -> None:
    standing.followed_on = on
    standing.save(update_fields=["followed_on"])


def _draw(student: Student, on: date) -> SignedTranscript:
    number = f"C{on.year}{draw(f'transcript:{on.year}'):09d}"
    return SignedTranscript.objects.create(number=number, student=student, as_of=on)


def _journal(kind: str, made: SignedTranscript, *, by: Capacity, on: date) -> None:
    student = made.student
    what: dict[str, Any] = {
        "person": str(student.person_id),
        "transcript": student.number,
        "signed": made.number,
        "organisation": student.programme.school_id,
    }
    write(f"person:{student.person_id}", kind, on=on, by=by, what=what)
