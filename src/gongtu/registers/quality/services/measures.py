"""Measures in steps; the two hardest after a hearing, by another officer than who proposed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.services import write
from gongtu.registers.quality.choices import Hardest, Step
from gongtu.registers.quality.models import Check, Hearing, Measure
from gongtu.registers.quality.queries import find_hearing, open_measure
from gongtu.registers.quality.services.checking import require_time
from gongtu.registers.skills import services as skills


class NotHeard(Refused):
    """The body was not heard on it, and its time to be heard is not over."""


class MeasureNotOpen(Refused):
    """There is no such measure that could be ended."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed, of which occupation (empty: all that is filed), why, and to be heard when.

    `least` is the last day the body can be heard by the rule; None while that is 待核.
    """

    step: Hardest
    occupation: str
    told: str
    hear_by: date
    least: date | None


@dataclass(frozen=True, slots=True)
class Taken:
    """Which step is taken, why or what for, of which occupation (None: all), due when."""

    step: Step
    told: str
    occupation: str | None = None
    due_on: date | None = None


@transaction.atomic
def advise(case_number: str, told: str, *, by: Capacity, on: date) -> Measure:
    """Give advice; nothing more follows from it."""
    return _take(_checked(case_number), Taken(Step.ADVICE, told), by=by, on=on)


@transaction.atomic
def order_correction(
    case_number: str, told: str, *, due_on: date, by: Capacity, on: date
) -> Measure:
    """Have the body put right what was found, by a day.

    Raises:
        DayTooEarly: The day is not after today.
    """
    require_time(due_on, least=None, on=on)
    taken = Taken(Step.CORRECTION, told, due_on=due_on)
    return _take(_checked(case_number), taken, by=by, on=on)


@transaction.atomic
def report_correction(case_number: str, report: str, *, on: date) -> Measure:
    """The body tells what it put right."""
    measure = _open(case_number, Step.CORRECTION)
    measure.report, measure.reported_on = report.strip(), on
    measure.save(update_fields=["report", "reported_on"])
    return measure


@transaction.atomic
def end_measure(case_number: str, step: Step, *, reason: str, by: Capacity, on: date) -> Measure:
    """End a correction, or lift a suspension: what rested is in force again.

    Raises:
        MeasureNotOpen: There is none.
    """
    measure = _open(case_number, step)
    measure.until, measure.ended_for = on, reason.strip()
    measure.save(update_fields=["until", "ended_for"])
    if step is Step.SUSPENSION:
        skills.resume_filings(case_number, reason=reason, by=by, on=on)
    return measure


@transaction.atomic
def propose(case_number: str, proposed: Proposed, *, by: Capacity, on: date) -> Hearing:
    """Propose one of the hardest measures; the body is told, and can be heard until a day.

    Raises:
        DayTooEarly: The body would have less time than the rule gives, or none.
    """
    require_time(proposed.hear_by, least=proposed.least, on=on)
    return Hearing.objects.create(
        check_made=_checked(case_number), step=proposed.step,
        occupation_id=proposed.occupation or None, told=proposed.told.strip(),
        proposed_by_id=by.person, proposed_on=on, hear_by=proposed.hear_by,
    )  # fmt: skip


@transaction.atomic
def state(case_number: str, statement: str, *, on: date) -> Hearing:
    """The body is heard, or says that it wants to say nothing."""
    hearing = Hearing.objects.select_for_update().get(check_made__case_number=case_number)
    hearing.statement, hearing.stated_on = statement.strip(), on
    hearing.save(update_fields=["statement", "stated_on"])
    return hearing


@transaction.atomic
def suspend(case_number: str, *, reason: str, by: Capacity, on: date) -> Measure:
    """Suspend what the body has filed until it is lifted: its sessions are refused.

    Raises:
        NotHeard: It was not heard, and can still be.
        NotEntitled: Who proposed it does not decide.
        NothingFiled: Nothing it filed is in force.
    """
    check, hearing = _heard(case_number, by=by, on=on)
    skills.suspend_filings(
        check.organisation_id, hearing.occupation_id or "", case_number=case_number,
        reason=reason, by=by, on=on,
    )  # fmt: skip
    taken = Taken(Step.SUSPENSION, reason, hearing.occupation_id)
    return _take(check, taken, by=by, on=on)


@transaction.atomic
def withdraw(case_number: str, *, reason: str, by: Capacity, on: date) -> Measure:
    """End what the body has filed.

    Raises:
        NotHeard: It was not heard on a withdrawal, or can still be heard.
        NotEntitled: Who proposed it does not decide.
        NothingFiled: It has nothing filed.
    """
    check, hearing = _heard(case_number, by=by, on=on)
    if hearing.step != Hardest.WITHDRAWAL:
        raise NotHeard(_("只就暂停听取了意见，不能撤销备案。"))
    occupation = hearing.occupation_id
    skills.end_filings(check.organisation_id, occupation or "", reason=reason, by=by, on=on)
    return _take(check, Taken(Step.WITHDRAWAL, reason, occupation), by=by, on=on)


def _heard(case_number: str, *, by: Capacity, on: date) -> tuple[Check, Hearing]:
    check = _checked(case_number)
    hearing = find_hearing(check)
    if hearing is None or (hearing.stated_on is None and on <= hearing.hear_by):
        raise NotHeard(_("还没有听取评价机构的陈述、申辩，期限也没有届满，不能作出决定。"))
    if by.person is None or by.person == hearing.proposed_by_id:
        raise NotEntitled(_("提出的人不能决定，由另一名工作人员决定。"))
    return check, hearing


def _take(check: Check, taken: Taken, *, by: Capacity, on: date) -> Measure:
    measure = Measure.objects.create(
        check_made=check, step=taken.step, occupation_id=taken.occupation,
        told=taken.told.strip(), since=on, decided_by_id=by.person, due_on=taken.due_on,
    )  # fmt: skip
    body, number = check.organisation_id, check.case_number
    what = {"organisation": body, "case": number, "step": taken.step.value}
    write(f"organisation:{body}", "measure-taken", on=on, by=by, what=what)
    return measure


def _checked(case_number: str) -> Check:
    return Check.objects.select_for_update().get(case_number=case_number)


def _open(case_number: str, step: Step) -> Measure:
    if (measure := open_measure(_checked(case_number), step)) is None:
        raise MeasureNotOpen(_("没有可以解除的措施。"))
    return measure
