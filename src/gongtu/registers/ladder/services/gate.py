"""The gate before an assessment: who may not apply for a grade, and by which rule.

Not yet, while no option of the grade is open; nor once more, while its certificate is held, or
while they have a seat in another session for it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.casework.texts import worded
from gongtu.engines.entitlement.asking import Verdict
from gongtu.parties.queries import names_of
from gongtu.parties.services import hold
from gongtu.registers.ladder.queries import Step, lacking, steps_of
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.declare import Asked, Barred
from gongtu.registers.skills.models import AssessmentSession
from gongtu.registers.skills.queries.coming import seats_to_come
from gongtu.registers.skills.queries.held import Holding


class NotYetOpen(Refused):
    """Somebody may not apply for the grade; each reason names the person.

    It names the rule that is nearest, or the certificate of the grade that they hold already.
    """


class SeatElsewhere(Refused):
    """Somebody has a seat in another session for the same grade; each reason names the session."""


class NotKnownToBeOpen(Refused):
    """Whether somebody may apply hangs on what is not known: whoever enrols them has to declare."""


def find_barred(asked: Asked) -> dict[UUID, Barred]:
    """Whoever may not apply for the grade on that day, or not for certain and undeclared."""
    steps = steps_of(asked.people, asked.occupation, asked.grade, on=asked.on)
    shut = {
        who: step
        for who, step in steps
        if step.is_open is False or (step.is_open is None and who not in asked.declared)
    }
    names = names_of(shut)
    return {who: _barred(names[who], step) for who, step in shut.items()}


def require_one_seat(people: Collection[UUID], session: AssessmentSession, *, on: date) -> None:
    """Nobody who comes into the session sits in another for the same grade of the occupation.

    Asked before they are seated, in the same transaction: who is seated in two sessions at the same
    instant waits here, and finds the seat taken first.

    Raises:
        SeatElsewhere: Naming each who does, and the first session, which they may give back.
    """
    hold(people)
    seats = seats_to_come(people, session.filing.occupation_id, Grade(session.grade), on=on)
    elsewhere = {who: one for who, one in seats.items() if one.pk != session.pk}
    if not elsewhere:
        return
    names = names_of(elsewhere)
    raise SeatElsewhere(*(_seated(names[who], one) for who, one in elsewhere.items()))


def require_open(
    people: Collection[UUID], occupation: str, grade: Grade, *, declared: bool, on: date
) -> None:
    """Everybody may apply for the grade on that day; `declared` stands for what is not known.

    Raises:
        NotYetOpen: Naming each who may not, with the nearest rule and the time missing, or the
            certificate they hold already.
        NotKnownToBeOpen: Naming what is not known, where nobody declared it was checked.
    """
    checked = people if declared else ()
    barred = find_barred(Asked(people, checked, occupation, grade, on)).values()
    if shut := [one.says for one in barred if one.is_certain]:
        raise NotYetOpen(*shut)
    if barred:
        raise NotKnownToBeOpen(*(one.says for one in barred))


def _seated(name: str, session: AssessmentSession) -> str:
    return _(
        "%(name)s已经报名%(day)s的同一职业同一等级评价（%(number)s），退出该场以后可以改报其他场次。"
    ) % {
        "name": name,
        "day": session.planned_on.isoformat(),
        "number": session.case_number,
    }


def _barred(name: str, step: Step) -> Barred:
    is_certain = step.is_open is False
    return Barred(_shut(name, step) if is_certain else _doubtful(name, step), is_certain)


def _shut(name: str, step: Step) -> str:
    if step.holding is not None:
        return _already(name, step.holding)
    if not step.ways:
        return _("%(grade)s不通过申报评价取得，由企业按规定确定或者评聘。") % {"grade": step.grade}
    told = step.nearest.told
    folder = told.benefit.policy.path.parent
    failing = [finding for finding in told.findings if finding.verdict is Verdict.FAILS]
    return _("%(name)s不符合%(grade)s的申报条件。最接近的规则%(rule)s：%(missing)s。") % {
        "name": name,
        "grade": step.grade.words,
        "rule": told.benefit.key,
        "missing": [lacking(finding, folder) for finding in failing],
    }


def _already(name: str, holding: Holding) -> str:
    told = {
        "name": name,
        "grade": holding.grade.words,
        "number": holding.number,
        "since": holding.since.isoformat(),
    }
    if holding.is_suspended:
        return _("%(name)s的%(grade)s证书（%(number)s）暂停中，处理结束以前不能重新申报。") % told
    return (
        _("%(name)s自%(since)s起持有%(grade)s证书（%(number)s），同一职业不重复申报同一等级。")
        % told
    )


def _doubtful(name: str, step: Step) -> str:
    told = step.nearest.told
    gaps = dict.fromkeys(gap.label for gap in told.missing)
    wordings = [_("职业标准用哪一版申报条件")] if len(step.by_wording) > 1 else []
    return _("%(name)s能否申报%(grade)s待核：%(gaps)s。请核对以后在“申报条件声明”中写明依据。") % {
        "name": name,
        "grade": step.grade.words,
        "gaps": [*wordings, *(worded(gap, told.benefit.policy.path.parent) for gap in gaps)],
    }
