"""The credit bank: schools' rules for everybody, what one could have counted, one's transcripts.

What is asked of a school is a case like any other: `POST /cases` with `credit-conversion`, and
with `credit-diploma` once a transcript is complete.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Router, Schema, Status
from pydantic import Field

from gongtu.api.access import KNOWN, Request
from gongtu.engines.credentials.queries import find_credential
from gongtu.parties.access import NotEntitled
from gongtu.parties.roles import WORKER
from gongtu.registers.credits import queries as bank
from gongtu.registers.credits import services as register
from gongtu.registers.credits.numbers import written

router = Router(tags=["credits"])


class CreditRule(Schema):
    """What is taken, and what it brings: `grade` or above, or `class_hours` or more."""

    kind: str
    occupation: str
    grade: str
    class_hours: int | None
    course: str
    credits: str = Field(examples=["6", "1.5"])
    since: date
    until: date | None = Field(description="The first day on which it counts no more.")
    instrument: str


class CreditProgramme(Schema):
    """A school's programme; `needed` and `ceiling` are those of whoever begins on the day."""

    programme: int
    school: int
    school_name: str
    name: str
    level: str
    full_time: bool
    needed: str | None
    ceiling: str | None
    rules: list[CreditRule]


class Learner(Schema):
    """Whom the school enrols: name and number as they are on record."""

    name: str = Field(min_length=1, max_length=60)
    id_number: str = Field(min_length=1, max_length=24)


class CreditCourse(Schema):
    """A course with its credits."""

    course: str
    credits: str


class CreditWorth(Schema):
    """What one thing could bring in one programme, by the rules of the day."""

    programme: int
    school: int
    courses: list[CreditCourse]
    credits: str


class CreditSource(Schema):
    """A certificate or a training; `used` says where it counts already, and is empty otherwise."""

    source: str
    kind: str
    title: str
    sound: bool
    used: str
    worth: list[CreditWorth]


class CountedCourse(CreditCourse):
    """A course on a transcript; `converted_from` is empty where it was studied at the school."""

    converted_from: str
    counted_on: date


class TranscriptTold(Schema):
    """A transcript: what is needed by the terms of the day it began, and how far it is."""

    number: str
    programme: int
    programme_name: str
    school: int
    school_name: str
    since: date
    needed: str
    ceiling: str
    earned: str
    converted: str
    missing: str
    diploma: str
    courses: list[CountedCourse]


class SignedTold(Schema):
    """A transcript as a verifiable credential; another follows it once the credits change."""

    number: str
    as_of: date
    credential: dict[str, Any]


@router.get(
    "/credit-programmes",
    response=list[CreditProgramme],
    summary="Schools' programmes with their rules from certificates and training to credits",
)
def list_credit_programmes(request: Request, school: int | None = None) -> list[dict[str, Any]]:
    return [_programme(one) for one in bank.list_programmes(on=request.on, school=school)]


@router.post(
    "/credit-programmes/{programme}/students",
    response={201: TranscriptTold},
    auth=KNOWN,
    summary="Put a learner on the rolls of one's own programme; who is there already stays",
)
def enrol_student(request: Request, programme: int, learner: Learner) -> Status[dict[str, Any]]:
    made = register.enrol(programme, **learner.dict(), by=request.auth, on=request.on)
    return Status(201, _transcript(bank.transcript_of(made)))


@router.get(
    "/me/credits",
    response=list[CreditSource],
    auth=KNOWN,
    summary="What each of my certificates and trainings could bring at which school",
)
def list_credit_sources(request: Request) -> list[dict[str, Any]]:
    return [
        {
            "source": offer.key,
            "kind": offer.kind.value,
            "title": offer.title,
            "sound": offer.is_sound,
            "used": use.says if use else "",
            "worth": [_worth(one) for one in worths],
        }
        for offer, worths, use in bank.offers_of(_worker(request), on=request.on)
    ]


@router.get(
    "/me/transcripts",
    response=list[TranscriptTold],
    auth=KNOWN,
    summary="My transcripts: every credit that counts, and what is missing",
)
def list_transcripts(request: Request) -> list[dict[str, Any]]:
    return [_transcript(one) for one in bank.transcripts_of(_worker(request))]


@router.post(
    "/me/transcripts/{number}/signed",
    response={201: SignedTold},
    auth=KNOWN,
    summary="My transcript as of today, signed by the school; the one that stands, if any",
)
def sign_transcript(request: Request, number: str) -> Status[dict[str, Any]]:
    _worker(request)
    made = register.sign_transcript(number, by=request.auth, on=request.on)
    credential = find_credential(made.number)
    document = credential.document if credential else {}
    return Status(201, {"number": made.number, "as_of": made.as_of, "credential": document})


def _worker(request: Request) -> UUID:
    by = request.auth
    if by.role is not WORKER or by.person is None:
        raise NotEntitled(_("这是工人本人的学分银行，请以本人身份查询。"))
    return by.person


def _programme(offered: bank.Offered) -> dict[str, Any]:
    programme, terms = offered.programme, offered.terms
    return {
        "programme": programme.pk,
        "school": programme.school_id,
        "school_name": programme.school.name,
        "name": programme.name,
        "level": programme.level,
        "full_time": programme.full_time,
        "needed": written(terms.needed) if terms else None,
        "ceiling": written(terms.ceiling) if terms else None,
        "rules": [_rule(one) for one in offered.rules],
    }


def _rule(rule: Any) -> dict[str, Any]:
    return {
        "kind": rule.kind,
        "occupation": rule.occupation_id,
        "grade": rule.grade,
        "class_hours": rule.class_hours,
        "course": rule.course,
        "credits": written(rule.credits),
        "since": rule.since,
        "until": rule.until,
        "instrument": rule.instrument,
    }


def _worth(worth: bank.Worth) -> dict[str, Any]:
    return {
        "programme": worth.programme.pk,
        "school": worth.programme.school_id,
        "courses": [_course(rule) for rule in worth.rules],
        "credits": written(worth.credits),
    }


def _course(one: Any) -> dict[str, str]:
    return {"course": one.course, "credits": written(one.credits)}


def _transcript(told: bank.Transcript) -> dict[str, Any]:
    student, programme = told.student, told.student.programme
    return {
        "number": student.number,
        "programme": programme.pk,
        "programme_name": programme.name,
        "school": programme.school_id,
        "school_name": programme.school.name,
        "since": student.enrolled_on,
        "needed": written(student.terms.needed),
        "ceiling": written(student.terms.ceiling),
        "earned": written(told.total),
        "converted": written(told.converted),
        "missing": written(told.missing),
        "diploma": student.diploma.number if student.diploma else "",
        "courses": [_counted(one) for one in told.credits],
    }


def _counted(one: Any) -> dict[str, Any]:
    made = one.conversion
    source = (made.certificate or made.trainee).number if made else ""
    return {**_course(one), "converted_from": source, "counted_on": one.counted_on}
