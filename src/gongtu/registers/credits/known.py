"""The credit bank's facts about one offer and one transcript, ready for rules."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from gongtu.engines.entitlement.declare import Known, Text
from gongtu.registers.credits import facts
from gongtu.registers.credits.models import Conversion
from gongtu.registers.credits.queries import (
    SourceUnknown,
    Transcript,
    find_student,
    find_use,
    get_programme,
    get_source,
    rules_on,
    terms_on,
    transcript_of,
    worth_of,
)
from gongtu.registers.credits.queries.offering import Worth
from gongtu.registers.credits.rows import Line, write_lines
from gongtu.registers.credits.services import Application


def convertible_known(application: Application, *, case_number: str, on: date) -> dict[str, Known]:
    """What it could bring by the rules of the day it was asked, and where it counts already.

    What this very case counted is no use elsewhere.
    """
    try:
        offer = get_source(application.person, application.source, on=on)
    except SourceUnknown:  # it may have been replaced since: nothing is known of it
        return {}
    programme = get_programme(application.programme)
    worth = worth_of(programme, offer, rules_on(programme.pk, on=application.asked_on))
    use = find_use(offer)
    elsewhere = use if use and use.conversion.case_number != case_number else None
    return facts.Convertible.recorded(
        as_of=on,
        title=offer.title,
        sound=offer.is_sound,
        used=elsewhere is not None,
        used_at=elsewhere.says if elsewhere else None,
        **_brings(worth, application.person, case_number, on),
    )


def studied_known(person: UUID, programme: str, *, on: date) -> dict[str, Known]:
    """How far the person's transcript in the programme is; nothing where there is none."""
    student = find_student(person, get_programme(programme).pk)
    if student is None:
        return {}
    transcript = transcript_of(student)
    return facts.Studied.recorded(
        as_of=on,
        needed=student.terms.needed,
        earned=transcript.total,
        converted=transcript.converted,
        complete=transcript.is_complete,
        conferred=student.diploma_id is not None,
    )


def conferred_known(case_number: str, *, on: date) -> dict[str, Known]:
    """Whether the diploma that the counted credits led to is given."""
    made = Conversion.objects.filter(case_number=case_number, student__diploma__isnull=False)
    return facts.Studied.recorded(as_of=on, conferred=made.exists())


def _brings(worth: Worth, person: UUID, case_number: str, on: date) -> dict[str, object]:
    programme = worth.programme
    student = find_student(person, programme.pk)
    transcript = transcript_of(student) if student else None
    terms = student.terms if student else terms_on(programme.pk, on=on)
    room = transcript.room if transcript else (terms.ceiling if terms else None)
    lines = write_lines(Line(rule.course, rule.credits) for rule in worth.rules)
    return {
        "ruled": bool(worth.rules),
        "lines": Text(lines) if lines else None,
        "credits": worth.credits,
        "repeated": _repeats(worth, transcript, case_number),
        "room": room,
        "fits": None if room is None else worth.credits <= room,
    }


def _repeats(worth: Worth, transcript: Transcript | None, case_number: str) -> bool:
    counted = {
        one.course
        for one in (transcript.credits if transcript else ())
        if one.conversion is None or one.conversion.case_number != case_number
    }
    return any(rule.course in counted for rule in worth.rules)
