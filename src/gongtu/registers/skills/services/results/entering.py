"""Results that are without fault, entered session by session; each session is one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.authority import docket_of
from gongtu.engines.casework.declare import OPENED
from gongtu.engines.casework.models import Case
from gongtu.parties.capacity import Capacity
from gongtu.records.rows import insert_rows
from gongtu.registers.skills.choices import Grade, SessionState
from gongtu.registers.skills.models import AssessmentSession, Assessor, Candidate
from gongtu.registers.skills.services.results.admitting import (
    find_planned,
    named_in,
    sittings_in,
)
from gongtu.registers.skills.services.results.checking import Result, Sitting

PROCEDURE, DRAFT = "grade-assessment", "draft"
MARKS = ("theory", "practice", "absent", "passed")
COLUMNS = ("session_id", "person_id", *MARKS, "declared")
Tell = Callable[[int, int], None]


class SessionSettled(Refused):
    """Results of a session are told otherwise than they are published or certified."""


@dataclass(slots=True)
class Entered:
    """What came of it: how many results are new, corrected or stood there already.

    `waiting` are the cases of plans that somebody else has to approve; nothing is entered in them.
    """

    rows: int = 0
    new: int = 0
    corrected: int = 0
    again: int = 0
    sessions: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)


class Plans:
    """The plans of one body that are drawn up and not approved, by what they are of."""

    def __init__(self, organisation: int) -> None:
        drafts = Case.objects.filter(procedure=PROCEDURE, stage=DRAFT)
        self.drafts = drafts.filter(opener_organisation=organisation).order_by("pk")
        self.last, self.found = 0, defaultdict[Sitting, list[Case]](list)

    def find(self, sitting: Sitting) -> list[Case]:
        """Those of the sitting, with what was drawn up since the last look."""
        for case in self.drafts.filter(pk__gt=self.last):
            told = case.answers
            day = date.fromisoformat(told["planned_on"])
            where = told["place"], told.get("direction") or ""
            of = Sitting(told["occupation"], Grade(told["grade"]), day, *where)
            self.found[of].append(case)
            self.last = case.pk
        return self.found[sitting]


def enter(results: Sequence[Result], *, by: Capacity, on: date, tell: Tell) -> Entered:
    """Approve or draw up the plans of sessions that are not planned yet, and enter the marks.

    A plan that `by` drew up waits: when another clerk hands in the same, it is approved.

    Raises:
        SessionSettled: A session is on notice or issued, and results of it are told otherwise.
    """
    entered, plans = Entered(), Plans(by.organisation or 0)
    for sitting, ours in sittings_in(results):
        _enter_session(sitting, ours, entered, plans, by=by, on=on)
        tell(entered.rows, len(results))
    return entered


@transaction.atomic
def _enter_session(
    sitting: Sitting,
    results: list[Result],
    entered: Entered,
    plans: Plans,
    *,
    by: Capacity,
    on: date,
) -> None:
    # Of two files at once the second waits, and finds what the first has planned.
    Assessor.objects.select_for_update().get(organisation=by.organisation)
    entered.rows += len(results)
    if not (number := find_planned(sitting, by.organisation or 0)):
        number, is_planned = _plan(sitting, plans, by=by, on=on)
        if not is_planned:
            entered.waiting.append(number)
            return
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
        _write(session, new, otherwise)
        _judge(session, results, by=by, on=on)
    entered.new += len(new)
    entered.corrected += len(otherwise)
    entered.again += len(results) - len(new) - len(otherwise)
    entered.sessions.append(number)


def _write(session: AssessmentSession, new: list[Result], otherwise: list[Candidate]) -> None:
    insert_rows(
        Candidate,
        COLUMNS,
        [(session.pk, one.person, *one.marks, one.is_absent, None, one.declared) for one in new],
    )
    Candidate.objects.bulk_update(otherwise, MARKS, batch_size=500)


def _judge(session: AssessmentSession, results: list[Result], *, by: Capacity, on: date) -> None:
    """Whoever the rows tell examined is named, as long as no marks stand; then who passed is."""
    number, numbers = session.case_number, named_in(results)
    try:
        if numbers and session.state == SessionState.PLANNED:
            told = {"numbers": "\n".join(numbers)}
            casework.make_move(number, "name", answers=told, by=by, on=on)
        casework.make_move(number, "judge", by=by, on=on)
    except Refused as refused:
        named = {"row": results[0].row, "number": number, "why": refused.reasons}
        says = _("第%(row)s行起属于评价%(number)s，不能再增加或者更改成绩：%(why)s")
        raise SessionSettled(says % named) from refused


def _plan(sitting: Sitting, plans: Plans, *, by: Capacity, on: date) -> tuple[str, bool]:
    """The case of the plan, and whether it is approved: by another clerk than who drew it up.

    The console is nobody in particular: it draws up plans, and approves none.
    """
    answers = {
        "occupation": sitting.occupation, "grade": sitting.grade.value,
        "planned_on": sitting.on.isoformat(), "place": sitting.place,
        "direction": sitting.direction,
    }  # fmt: skip
    if not (drafts := plans.find(sitting)):
        return casework.open_case(PROCEDURE, answers=answers, by=by, on=on).number, False
    others = (one for one in drafts if not docket_of(one).made_by(OPENED, by))
    if by.account is None or (drawn_up := next(others, None)) is None:
        return drafts[0].number, False
    casework.make_move(drawn_up.number, "approve", by=by, on=on)
    return drawn_up.number, True
