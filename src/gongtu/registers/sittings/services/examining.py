"""Who examines in a session: drawn by a published seed, without whoever has a part in it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from django.db import transaction

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _
from gongtu.parties.capacity import Capacity
from gongtu.records.journal.services import write
from gongtu.registers.sittings.choices import Drawn, Ground
from gongtu.registers.sittings.models import Assignment, Examiner, Sitting
from gongtu.registers.sittings.queries.examining import (
    candidates_of,
    examiners_missing,
    fitting_examiners,
    grounds_of,
    list_assignments,
    standing_in,
)
from gongtu.registers.sittings.services.arranging import get_arranged
from gongtu.registers.sittings.services.drawing import draw
from gongtu.registers.sittings.services.telling import tell_drawn, tell_replaced
from gongtu.registers.skills.choices import SessionState


class TooFewExaminers(Refused):
    """There are not enough examiners who may examine in the session; nobody is drawn."""


class NotNow(Refused):
    """It is too early or too late to draw examiners, or to name them."""


@transaction.atomic
def draw_examiners(case_number: str, *, by: Capacity, on: date) -> list[Assignment]:
    """Draw as many examiners as are missing, from all who may examine there.

    Whoever was drawn before, sits in it, is a relative or a colleague of a candidate is left out.

    Raises:
        NotArranged: The session has no number of examiners yet.
        NotNow: Nobody sits in it yet, its day is over, or nobody is missing.
        TooFewExaminers: Saying how many may, and why others may not.
    """
    sitting = get_arranged(case_number)
    missing = _missing(sitting, on=on)
    session = sitting.session
    known = set(list_assignments(session).values_list("examiner", flat=True))
    fitting = [one for one in fitting_examiners(session) if one.pk not in known]
    people = [one.person_id for one in fitting]
    shut = grounds_of(people, candidates_of(session), on=session.planned_on)
    eligible = {one.number: one for one in fitting if one.person_id not in shut}
    if len(eligible) < missing:
        grounds = Counter(ground for told in shut.values() for ground in told)
        raise TooFewExaminers(*_why_too_few(missing, len(eligible), grounds))
    drawn = draw(sitting, Drawn.EXAMINERS, list(eligible), take=missing, by=by, on=on)
    assigned = Assignment.objects.bulk_create(
        Assignment(session=session, examiner=eligible[number], draw=drawn)
        for number in drawn.chosen
    )
    tell_drawn(assigned, on=on)
    return assigned


@transaction.atomic
def stand_down(case_number: str, number: str, *, reason: str, by: Capacity, on: date) -> Assignment:
    """An examiner who was drawn does not examine after all, and is told; another is to be drawn.

    Raises:
        NotArranged: Nothing was arranged.
        Refused: Nobody of that number examines in the session.
    """
    sitting = get_arranged(case_number)
    standing, asked = standing_in(sitting.session), number.strip().upper()
    found = next((one for one in standing if one.examiner.number == asked), None)
    if found is None:
        raise Refused(_("本场没有编号为%(number)s的考评人员。") % {"number": number})
    found.stood_down_on, found.stood_down_for = on, reason[:400]
    found.save(update_fields=["stood_down_on", "stood_down_for"])
    _journal(found.examiner, case_number, by=by, on=on, text=reason)
    tell_replaced(found, on=on)
    return found


def _missing(sitting: Sitting, *, on: date) -> int:
    session = sitting.session
    if session.state != SessionState.PLANNED or on > session.planned_on:
        raise NotNow(_("考评人员应当在评价以前抽取。"))
    if not session.candidates.exists():
        raise NotNow(_("请先录入考生，抽取时才能回避考生的亲属和同事。"))
    if not (missing := examiners_missing(session)):
        raise NotNow(_("考评人员已经抽足。"))
    return missing


def _why_too_few(missing: int, eligible: int, grounds: Counter[Ground]) -> list[str]:
    told = {"missing": missing, "eligible": eligible}
    reasons = [
        _("还需要%(missing)s名考评人员，可以抽取的只有%(eligible)s名，本场不能进行。") % told
    ]
    reasons += [
        _("%(count)s名因“%(ground)s”应当回避。") % {"count": count, "ground": ground}
        for ground, count in grounds.items()
    ]
    reasons.append(_("请联系人力资源社会保障部门增加这一职业、等级的考评人员，或者调整考生名单。"))
    return reasons


def _journal(examiner: Examiner, number: str, *, by: Capacity, on: date, text: str) -> None:
    what = {"person": str(examiner.person_id), "examiner": examiner.pk, "case": number}
    write(f"case:{number}", "examiner-stood-down", on=on, by=by, what=what, text=text)
