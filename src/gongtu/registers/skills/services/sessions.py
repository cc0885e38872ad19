"""An assessment session: planned, its candidates listed, their marks entered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Case, Q, Value, When

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.registers.skills import rows
from gongtu.registers.skills.choices import Grade, SessionState
from gongtu.registers.skills.models import AssessmentSession, Candidate
from gongtu.registers.skills.queries import find_filing, get_session
from gongtu.registers.skills.rows import FULL_MARK, RowsWrong
from gongtu.registers.skills.services.naming import people_in

__all__ = [
    "Marks",
    "PassMarkUnknown",
    "RowsWrong",
    "SessionNotOpen",
    "cancel_session",
    "enter_candidates",
    "enter_results",
    "judge_marks",
    "list_in",
    "mark_in",
    "named_in",
    "plan_session",
    "stop_session",
]


class SessionNotOpen(Refused):
    """The session is past what is asked of it, or no filing carries it."""


class PassMarkUnknown(Refused):
    """Nobody has settled yet from which mark on a candidate passes."""


class Marks(NamedTuple):
    """What one candidate reached, each out of a hundred; None: they were absent from that part."""

    theory: int | None
    practice: int | None

    @property
    def is_absent(self) -> bool:
        """Whether they were absent from a part."""
        return None in self

    @property
    def is_within(self) -> bool:
        """Whether every mark there is lies between 0 and a hundred."""
        return all(mark is None or 0 <= mark <= FULL_MARK for mark in self)

    def reaches(self, line: int) -> bool:
        """Whether both parts reach the line; nobody passes a part from which they were absent."""
        return all(mark is not None and mark >= line for mark in self)


@transaction.atomic
def plan_session(
    case_number: str,
    *,
    organisation: int,
    occupation: str,
    grade: Grade,
    place: str,
    on: date,
) -> AssessmentSession:
    """Plan a session for the day `on` under the filing that covers occupation and grade then.

    Raises:
        SessionNotOpen: No filing in force covers them.
    """
    filing = find_filing(organisation, occupation, grade, on=on)
    if filing is None:
        raise SessionNotOpen(_("没有覆盖该职业“%(label)s”的有效备案。") % {"label": grade})
    return AssessmentSession.objects.create(
        case_number=case_number, filing=filing, grade=grade, planned_on=on, place=place
    )


def name_direction(session: AssessmentSession, direction: str) -> None:
    """What its certificates say of the job type, or of the direction within the occupation."""
    session.direction = direction
    session.save(update_fields=["direction"])


@transaction.atomic
def enter_candidates(case_number: str, persons: Iterable[UUID], declared: str = "") -> int:
    """Add candidates to a planned session; who is on the list already stays on it once.

    `declared` is what the assessor checked where the ladder leaves open whether they may apply.

    Returns:
        How many candidates the session has now.
    """
    session = _open_session(case_number)
    Candidate.objects.bulk_create(
        (Candidate(session=session, person_id=who, declared=declared) for who in persons),
        ignore_conflicts=True,
    )
    return session.candidates.count()


@transaction.atomic
def enter_results(case_number: str, marks: Mapping[UUID, Marks], *, pass_mark: int) -> int:
    """Enter or correct the marks of candidates; both parts must reach `pass_mark` to pass.

    Returns:
        How many of those entered passed.

    Raises:
        RowsWrong: A mark is not between 0 and 100, or somebody is not a candidate.
    """
    session = _open_session(case_number)
    candidates = {c.person_id: c for c in session.candidates.select_related("person")}
    if strangers := len(marks.keys() - candidates.keys()):
        raise RowsWrong(_("有%(strangers)s人不在本场考生名单中。") % {"strangers": strangers})
    changed = []
    for person, told in marks.items():
        candidate = candidates[person]
        if not told.is_within:
            raise RowsWrong(
                _("%(name)s的成绩应在0至%(full)s之间。")
                % {"name": candidate.person.name, "full": FULL_MARK}
            )
        candidate.theory, candidate.practice = told
        candidate.absent, candidate.passed = told.is_absent, told.reaches(pass_mark)
        changed.append(candidate)
    Candidate.objects.bulk_update(changed, ["theory", "practice", "absent", "passed"])
    session.state = SessionState.MARKED
    session.save(update_fields=["state"])
    return sum(1 for candidate in changed if candidate.passed)


def list_in(case_number: str, text: str, *, on: date) -> int:
    """Add the candidates that `text` names, one a line.

    Raises:
        RowsWrong: With every line that names nobody, or more than one person.
    """
    return enter_candidates(case_number, named_in(case_number, text, on=on))


def named_in(case_number: str, text: str, *, on: date) -> list[UUID]:
    """Whom `text` names, one a line: the employer's staff, or for a social body anybody.

    Raises:
        RowsWrong: With every line that names nobody, or more than one person.
    """
    return people_in(text, get_session(case_number).filing.assessor, on=on)


def mark_in(case_number: str, text: str, *, pass_mark: int | None) -> int:
    """Enter the marks that `text` gives, a line each: name, theory, practice; or “缺考” for one.

    Raises:
        PassMarkUnknown: `pass_mark` is 待核.
        RowsWrong: With every line at fault.
    """
    if pass_mark is None:
        raise PassMarkUnknown(_("合格线待核，由人力资源社会保障部门决定后才能录入成绩。"))
    people = [c.person for c in get_session(case_number).candidates.select_related("person")]
    told = rows.read_marks(text, rows.Roll(people))
    return enter_results(
        case_number, {who: Marks(*marks) for who, marks in told.items()}, pass_mark=pass_mark
    )


@transaction.atomic
def judge_marks(case_number: str, *, pass_mark: int | None) -> None:
    """Decide who passed of those whose marks are entered; both parts must reach the line.

    Raises:
        PassMarkUnknown: `pass_mark` is 待核.
    """
    if pass_mark is None:
        raise PassMarkUnknown(_("合格线待核，由人力资源社会保障部门决定后才能录入成绩。"))
    session = _open_session(case_number)
    reached = When(theory__gte=pass_mark, practice__gte=pass_mark, then=Value(True))
    marked = session.candidates.filter(Q(theory__isnull=False) | Q(absent=True))
    marked.update(passed=Case(reached, default=Value(False)))
    session.state = SessionState.MARKED
    session.save(update_fields=["state"])


def cancel_session(case_number: str) -> None:
    """The enterprise gives the session up."""
    _close(case_number, SessionState.CANCELLED)


def stop_session(case_number: str) -> None:
    """The human-resources department stops the session after a check."""
    _close(case_number, SessionState.STOPPED)


@transaction.atomic
def _close(case_number: str, state: SessionState) -> None:
    session = _open_session(case_number)
    session.state = state
    session.save(update_fields=["state"])


def _open_session(case_number: str) -> AssessmentSession:
    session = AssessmentSession.objects.select_for_update().get(case_number=case_number)
    if session.state not in (SessionState.PLANNED, SessionState.MARKED):
        raise SessionNotOpen(_("该场评价已经结束，不能再更改。"))
    return session
