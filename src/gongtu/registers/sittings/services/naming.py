"""Whom an assessor names as examiners of a session that it did not arrange on the platform."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from django.db import transaction

from gongtu.base.speech import gettext as _
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.services import write
from gongtu.registers.sittings.choices import Ground
from gongtu.registers.sittings.models import Assignment, Examiner
from gongtu.registers.sittings.queries import find_sitting
from gongtu.registers.sittings.queries.examining import (
    Assessed,
    Candidates,
    assessed_in,
    candidates_of,
    examiners_missing,
    find_numbered,
    fits,
    grounds_of,
    list_assignments,
    required_on,
    standing_in,
)
from gongtu.registers.sittings.services.dropping import drop_named
from gongtu.registers.sittings.services.examining import NotNow
from gongtu.registers.sittings.services.telling import tell_named
from gongtu.registers.skills.choices import SessionState
from gongtu.registers.skills.declare import Bench
from gongtu.registers.skills.models import AssessmentSession
from gongtu.registers.skills.queries import find_session
from gongtu.registers.skills.rows import RowsWrong, each_line

TOGETHER = 500  # candidates asked of at once


@transaction.atomic
def name_examiners(case_number: str, text: str, *, by: Capacity, on: date) -> list[Assignment]:
    """Those whose numbers `text` gives, one a line, examine in the session, and nobody else does.

    They are asked what drawn ones are: on the roll on the day, for this grade, and no candidate,
    relative or colleague of one.  Who was named before and is not any more is told.

    Raises:
        NotNow: The session is arranged, or its marks stand with enough examiners.
        RowsWrong: With every line that names nobody who may examine in it.
    """
    session = _held(case_number)
    numbers = list(dict.fromkeys(each_line(text, _number)))
    unfit = _find_unfit(numbers, assessed_in(session), candidates_of(session))
    each_line(text, lambda words: _check(unfit, _number(words)))
    found = find_numbered(numbers)
    drop_named(session, kept=[one.pk for one in found.values()], on=on)
    there = set(list_assignments(session).values_list("examiner", flat=True))
    named = Assignment.objects.bulk_create(
        Assignment(session=session, examiner=found[number])
        for number in numbers
        if found[number].pk not in there
    )
    for one in named:
        _journal(one.examiner, case_number, by=by, on=on)
    tell_named(named, on=on)
    return named


def why_not_by(bench: Bench) -> list[str]:
    """Why results of a session are not taken with those examiners; empty where they are.

    No file enters the results of an arranged session.
    """
    session = find_session(bench.session) if bench.session else None
    if session is not None and find_sitting(session.case_number) is not None:
        return [_("本场作了考务安排，成绩由两名经办人分别录入，不能由文件或者接口录入")]
    standing = [one.examiner.number for one in standing_in(session)] if session else []
    is_marked = session is not None and session.state != SessionState.PLANNED
    if is_marked and bench.numbers and set(bench.numbers) != set(standing):
        return [_("这场评价已经录入成绩，不能再改考评人员")]
    asked = Assessed(bench.occupation, bench.grade, bench.on)
    numbers = bench.numbers or standing
    reasons = dict.fromkeys(_reasons_by_some(numbers, asked, bench))
    if missing := max(required_on(asked.on) - len(numbers), 0):
        reasons[_("还缺%(missing)s名考评人员") % {"missing": missing}] = None
    return list(reasons)


def _reasons_by_some(numbers: Sequence[str], asked: Assessed, bench: Bench) -> Iterator[str]:
    people = iter(bench.people)
    while some := list(islice(people, TOGETHER)):
        yield from _find_unfit(numbers, asked, some).values()


def _held(case_number: str) -> AssessmentSession:
    sessions = AssessmentSession.objects.select_for_update(of=("self",)).select_related("filing")
    session = sessions.get(case_number=case_number)
    if find_sitting(case_number) is not None:
        raise NotNow(_("本场作了考务安排，考评人员由抽取产生，不另写明。"))
    is_short = session.state == SessionState.MARKED and examiners_missing(session)
    if session.state != SessionState.PLANNED and not is_short:
        raise NotNow(_("已经录入成绩，不能再改考评人员。"))
    return session


def _number(words: Sequence[str]) -> str:
    if len(words) != 1:
        raise RowsWrong(_("应只写一个考评人员编号，例如K000012"))
    return words[0].upper()


def _check(unfit: Mapping[str, str], number: str) -> None:
    if number in unfit:
        raise RowsWrong(unfit[number])


def _find_unfit(numbers: Sequence[str], asked: Assessed, candidates: Candidates) -> dict[str, str]:
    """Why each of these may not examine; who may is left out."""
    found = find_numbered(numbers)
    people = [one.person_id for one in found.values()]
    shut = grounds_of(people, candidates, on=asked.on)
    told = {
        one.number: _why_unfit(one, asked, shut.get(one.person_id, ())) for one in found.values()
    }
    unknown = _("没有编号为“%(number)s”的考评人员")
    reasons = {number: told.get(number, unknown % {"number": number}) for number in numbers}
    return {number: reason for number, reason in reasons.items() if reason}


def _why_unfit(examiner: Examiner, asked: Assessed, grounds: Sequence[Ground]) -> str:
    number = {"number": examiner.number}
    if grounds:
        told = {**number, "ground": grounds[0]}
        return _("%(number)s因“%(ground)s”应当回避") % told
    if not fits(examiner, asked):
        return _("%(number)s在评价当日不在册，或者不能考评这一职业、等级") % number
    return ""


def _journal(examiner: Examiner, number: str, *, by: Capacity, on: date) -> None:
    what = {"person": str(examiner.person_id), "examiner": examiner.pk, "case": number}
    write(f"case:{number}", "examiner-named", on=on, by=by, what=what)
