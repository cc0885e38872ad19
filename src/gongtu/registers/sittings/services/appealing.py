"""A candidate's appeal against their own result: let in, and decided by somebody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.engines.casework.authority import docket_of
from gongtu.engines.casework.models import Case
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.policy import get_parameter
from gongtu.registers.sittings.choices import LookedAgain
from gongtu.registers.sittings.models import MarkEntry, MarkReview
from gongtu.registers.sittings.queries import appeals_open, is_on_notice
from gongtu.registers.sittings.services.marking import passing
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.models import Candidate
from gongtu.registers.skills.rows import FULL_MARK
from gongtu.registers.skills.services import RowsWrong
from gongtu.registers.skills.services.sessions import Marks

LINE_OF_PASSING = "c3_careers/grade_assessment:pass_mark"
MOVES_OF_MARKS = ("mark", "correct", "judge")


class AppealNotOpen(Refused):
    """There is no result of theirs to appeal against, or not now; with every reason."""


@dataclass(frozen=True, slots=True)
class Appeal:
    """The case of an appeal, the session it is about, and who appeals."""

    number: str
    session: str
    person: UUID


def check_appeal(session: str, person: UUID, *, body: int, number: str, on: date) -> None:
    """Pass an appeal by a candidate with a result, to who assessed them, while the notice runs.

    Raises:
        AppealNotOpen: With every reason.
    """
    found = _candidate(session, person)
    if found is None:
        raise AppealNotOpen(_("这场评价没有您的成绩，请核对受理编号。"))
    assessor, reasons = found.session.filing.assessor.organisation, []
    if assessor.pk != body:
        told = {"name": assessor.name}
        reasons.append(_("组织这场评价的单位是“%(name)s”，请改正。") % told)
    if not is_on_notice(session, on=on):
        reasons.append(_("成绩申诉在公示期内提出；这场评价现在没有公示。"))
    if appeals_open(session).filter(opener_person=person).exclude(number=number).exists():
        reasons.append(_("您对这场评价已有一件申诉正在办理。"))
    if reasons:
        raise AppealNotOpen(*reasons)


@transaction.atomic
def correct_on_appeal(appeal: Appeal, found: Marks, *, by: Capacity, on: date) -> MarkReview:
    """What looking again found becomes the result; what stood before is kept beside.

    Raises:
        NotEntitled: Whoever entered the marks does not decide on them.
        RowsWrong: A mark is not between 0 and 100, or one that stood is left out.
        SessionNotOpen: Certificates were issued already.
    """
    candidate = _may_decide(appeal, by)
    stood = Marks(candidate.theory, candidate.practice)
    if any(old is not None and new is None for old, new in zip(stood, found, strict=True)):
        raise RowsWrong(_("原来有成绩的一项，要填写核对后的成绩；只有原来缺考的一项可以留空。"))
    if not found.is_within:
        raise RowsWrong(
            _("%(name)s的成绩应在0至%(full)s之间。")
            % {"name": candidate.person.name, "full": FULL_MARK}
        )
    line = get_parameter(LINE_OF_PASSING).value(candidate.session.planned_on).value
    review = MarkReview.objects.create(
        candidate=candidate, why=LookedAgain.APPEAL, theory_before=stood.theory,
        practice_before=stood.practice, theory=found.theory, practice=found.practice,
        looked_by_id=by.person, looked_on=on, case_number=appeal.number,
    )  # fmt: skip
    pass_mark = passing(line if isinstance(line, int) else None)
    skills.enter_results(appeal.session, {candidate.person_id: found}, pass_mark=pass_mark)
    return review


def keep_on_appeal(appeal: Appeal, *, by: Capacity) -> None:
    """The result stands.

    Raises:
        NotEntitled: Whoever entered the marks does not decide on them.
    """
    _may_decide(appeal, by)


def _may_decide(appeal: Appeal, by: Capacity) -> Candidate:
    candidate = _candidate(appeal.session, appeal.person)
    if candidate is None:
        raise AppealNotOpen(_("这场评价没有申诉人的成绩。"))
    if by.person == candidate.person_id or _entered(candidate, by):
        raise NotEntitled(_("申诉由没有录入过这项成绩的其他人员办理。"))
    return candidate


def _entered(candidate: Candidate, by: Capacity) -> bool:
    """Whether somebody entered the marks; of a session without entries the moves tell."""
    entries = MarkEntry.objects.filter(candidate=candidate)
    if entries.exists():
        return entries.filter(entered_by=by.person).exists()
    docket = docket_of(Case.objects.get(number=candidate.session.case_number))
    return any(docket.made_by(move, by) for move in MOVES_OF_MARKS)


def _candidate(session: str, person: UUID) -> Candidate | None:
    candidates = Candidate.objects.select_related(
        "person", "session__filing__assessor__organisation"
    )
    return candidates.filter(
        session__case_number=session, person=person, passed__isnull=False
    ).first()
