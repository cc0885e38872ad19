"""Results that are without fault, entered session by session; each session is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.casework import services as casework
from gongtu.parties.capacity import Capacity
from gongtu.records.rows import insert_rows
from gongtu.registers.skills.models import AssessmentSession, Assessor, Candidate
from gongtu.registers.skills.services.results.admitting import find_planned, sittings_in
from gongtu.registers.skills.services.results.checking import Result, Sitting

PROCEDURE = "grade-assessment"
MARKS = ("theory", "practice", "absent", "passed")
COLUMNS = ("session_id", "person_id", *MARKS, "declared")
Tell = Callable[[int, int], None]


class SessionSettled(Refused):
    """Results of a session are told otherwise than they are published or certified."""


@dataclass(slots=True)
class Entered:
    """What came of it: how many results are new, corrected or stood there already."""

    rows: int = 0
    new: int = 0
    corrected: int = 0
    again: int = 0
    sessions: list[str] = field(default_factory=list)


def enter(results: Sequence[Result], *, by: Capacity, on: date, tell: Tell) -> Entered:
    """Plan the sessions that are not planned yet, and enter everybody's marks.

    Raises:
        SessionSettled: A session is on notice or issued, and results of it are told otherwise.
    """
    entered = Entered()
    for sitting, ours in sittings_in(results):
        _enter_session(sitting, ours, entered, by=by, on=on)
        tell(entered.rows, len(results))
    return entered


@transaction.atomic
def _enter_session(
    sitting: Sitting, results: list[Result], entered: Entered, *, by: Capacity, on: date
) -> None:
    # Of two files at once the second waits, and finds what the first has planned.
    Assessor.objects.select_for_update().get(organisation=by.organisation)
    number = find_planned(sitting, by.organisation or 0) or _plan(sitting, by=by, on=on)
    session = AssessmentSession.objects.select_for_update().get(case_number=number)
    there = {
        person: (pk, marks)
        for pk, person, *marks in session.candidates.values_list(
            "pk", "person", "theory", "practice", "absent"
        )
    }
    new = [one for one in results if one.person not in there]
    otherwise = [
        Candidate(
            pk=there[one.person][0], theory=one.theory, practice=one.practice,
            absent=one.is_absent, passed=None,
        )
        for one in results
        if one.person in there and there[one.person][1] != [*one.marks, one.is_absent]
    ]  # fmt: skip
    if new or otherwise:
        _write(session, new, otherwise, results[0].row, by=by, on=on)
    entered.rows += len(results)
    entered.new += len(new)
    entered.corrected += len(otherwise)
    entered.again += len(results) - len(new) - len(otherwise)
    entered.sessions.append(number)


def _write(
    session: AssessmentSession,
    new: list[Result],
    otherwise: list[Candidate],
    row: int,
    *,
    by: Capacity,
    on: date,
) -> None:
    insert_rows(
        Candidate,
        COLUMNS,
        [(session.pk, one.person, *one.marks, one.is_absent, None, one.declared) for one in new],
    )
    Candidate.objects.bulk_update(otherwise, MARKS, batch_size=500)
    try:
        casework.make_move(session.case_number, "judge", by=by, on=on)
    except Refused as refused:
        told = {"row": row, "number": session.case_number, "why": refused.reasons}
        says = _("第%(row)s行起属于评价%(number)s，不能再增加或者更改成绩：%(why)s")
        raise SessionSettled(says % told) from refused


def _plan(sitting: Sitting, *, by: Capacity, on: date) -> str:
    answers = {
        "occupation": sitting.occupation, "grade": sitting.grade.value,
        "planned_on": sitting.on.isoformat(), "place": sitting.place,
        "direction": sitting.direction,
    }  # fmt: skip
    case = casework.open_case(PROCEDURE, answers=answers, by=by, on=on)
    casework.make_move(case.number, "confirm", by=by, on=on)
    return str(case.number)
