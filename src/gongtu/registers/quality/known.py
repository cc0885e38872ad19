"""The register's facts about one check or plan, ready for rules."""

from __future__ import annotations

from datetime import date

from gongtu.engines.entitlement.declare import Known
from gongtu.registers.quality import facts
from gongtu.registers.quality.choices import Hardest, Step
from gongtu.registers.quality.models import Plan
from gongtu.registers.quality.queries import (
    contested_open,
    count_standing,
    find_check,
    find_hearing,
    open_measure,
)


def check_known(case_number: str, *, on: date) -> dict[str, Known]:
    """How far the check of a case is; all of it undone while there is none."""
    if (check := find_check(case_number)) is None:
        return _nothing(on)
    hearing, correction = find_hearing(check), open_measure(check, Step.CORRECTION)
    due_on = correction.due_on if correction else None
    return facts.Check.recorded(
        as_of=on,
        officers=sum(one is not None for one in (check.first_id, check.second_id)),
        findings=check.findings.count(),
        unanswered=check.findings.filter(stance="").count(),
        contested=contested_open(check),
        standing=count_standing(check),
        answer_over=check.answer_by is not None and on > check.answer_by,
        hearing_over=hearing is not None and on > hearing.hear_by,
        on_withdrawal=hearing is not None and hearing.step == Hardest.WITHDRAWAL,
        correction_over=due_on is not None and on > due_on,
    )


def _nothing(on: date) -> dict[str, Known]:
    return facts.Check.recorded(
        as_of=on, officers=0, findings=0, unanswered=0, contested=0, standing=0, answer_over=False,
        hearing_over=False, on_withdrawal=False, correction_over=False,
    )  # fmt: skip


def plan_known(case_number: str, *, on: date) -> dict[str, Known]:
    """What a plan holds so far."""
    plan = Plan.objects.filter(case_number=case_number).first()
    bodies = plan.planned.count() if plan else 0
    drawn = plan is not None and plan.drawn_on is not None
    return facts.Planned.recorded(as_of=on, bodies=bodies, drawn=drawn)
