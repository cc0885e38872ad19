"""Marks entered by two different people; where they differ too much, a third looks and decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.registers.sittings.models import MarkEntry
from gongtu.registers.sittings.queries import entries_of
from gongtu.registers.sittings.services.arranging import get_arranged
from gongtu.registers.skills import rows
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.models import AssessmentSession, Candidate
from gongtu.registers.skills.services import PassMarkUnknown, RowsWrong
from gongtu.registers.skills.services.sessions import Marks

FULL_MARK, PAIR, LOOKS = 100, 2, 3


@dataclass(frozen=True, slots=True)
class Line:
    """From which mark on a candidate passes, and how far two entries may lie apart; None: 待核."""

    pass_mark: int | None
    tolerance: int | None


@transaction.atomic
def enter_marks(case_number: str, text: str, *, line: Line, by: Capacity, on: date) -> int:
    """Enter what `text` gives, a line each: name, theory, practice; as the first, second or third.

    Two entries that agree settle a candidate's result, also that they were absent; while the
    tolerance is 待核 they agree only when they are equal. Where they do not, a third person's look
    decides.

    Returns:
        How many results are settled by it.

    Raises:
        NotArranged: The session's marks are not entered twice.
        NotEntitled: A candidate enters no marks.
        PassMarkUnknown: The pass mark is 待核.
        RowsWrong: With every line at fault; nothing is entered.
    """
    session, pass_mark = get_arranged(case_number).session, passing(line.pass_mark)
    who, told = told_by(session, text, by=by)
    before = entries_of(case_number)
    if wrong := list(_why_not(told, before, who)):
        raise RowsWrong(*wrong)
    for one, (theory, practice) in told.items():
        entry = MarkEntry(
            candidate=one, turn=len(before.get(one.pk, ())) + 1, theory=theory, practice=practice,
            entered_by_id=who, entered_on=on,
        )  # fmt: skip
        entry.save(force_insert=True)
        before.setdefault(one.pk, []).append(entry)
    agreed = {one.person_id: _agreed(before[one.pk], line.tolerance) for one in told}
    settled = {person: marks for person, marks in agreed.items() if marks is not None}
    skills.enter_results(case_number, settled, pass_mark=pass_mark)
    return len(settled)


def passing(pass_mark: int | None) -> int:
    """The pass mark.

    Raises:
        PassMarkUnknown: It is 待核.
    """
    if pass_mark is None:
        raise PassMarkUnknown(_("合格线待核，由人力资源社会保障部门决定后才能录入成绩。"))
    return pass_mark


def told_by(
    session: AssessmentSession, text: str, *, by: Capacity
) -> tuple[UUID, dict[Candidate, Marks]]:
    """Who enters, and what they say of which candidate.

    Raises:
        NotEntitled: A candidate enters no marks.
        RowsWrong: With every line at fault.
    """
    candidates = {one.person_id: one for one in session.candidates.select_related("person")}
    if by.person is None or by.person in candidates:
        raise NotEntitled(_("本场考生不能录入或者复评成绩，请由其他经办人办理。"))
    roll = rows.Roll(one.person for one in candidates.values())
    told = {candidates[who]: Marks(*two) for who, two in rows.read_marks(text, roll).items()}
    beyond = [one for one, two in told.items() if not two.is_within]
    if beyond:
        full = {"full": FULL_MARK}
        raise RowsWrong(
            *(
                _("%(name)s的成绩应在0至%(full)s之间。") % {"name": one.person.name, **full}
                for one in beyond
            )
        )
    return by.person, told


def _why_not(
    told: Mapping[Candidate, Marks], before: Mapping[int, Sequence[MarkEntry]], who: UUID
) -> Iterator[str]:
    for one in told:
        name = {"name": one.person.name}
        if one.passed is not None:
            yield _("%(name)s的成绩已经核对一致，更正须经复评或者申诉。") % name
        elif any(entry.entered_by_id == who for entry in before.get(one.pk, ())):
            yield _("%(name)s的成绩您已经录入过，请由另一名经办人录入。") % name


def _agreed(entries: Sequence[MarkEntry], tolerance: int | None) -> Marks | None:
    """What counts: two that agree (their mean, cut to a whole mark), or what the third found."""
    if len(entries) == LOOKS:
        return Marks(entries[-1].theory, entries[-1].practice)
    if len(entries) < PAIR:
        return None
    first, second = (Marks(one.theory, one.practice) for one in entries)
    if not all(_is_near(*pair, tolerance or 0) for pair in zip(first, second, strict=True)):
        return None
    theory, practice = (_mean(*pair) for pair in zip(first, second, strict=True))
    return Marks(theory, practice)


def _is_near(first: int | None, second: int | None, tolerance: int) -> bool:
    """Whether two entries of one part agree: both absent, or marks not too far apart."""
    if first is None or second is None:
        return first is second
    return abs(first - second) <= tolerance


def _mean(first: int | None, second: int | None) -> int | None:
    return None if first is None or second is None else (first + second) // 2
