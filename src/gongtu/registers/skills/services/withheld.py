"""A certificate that was withheld is issued once the one that stood in its way counts no more."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.access import NotEntitled
from gongtu.parties.capacity import Capacity
from gongtu.parties.services import hold
from gongtu.registers.skills.choices import Grade, SessionState
from gongtu.registers.skills.models import AssessmentSession, Candidate, Certificate
from gongtu.registers.skills.queries import find_filing
from gongtu.registers.skills.queries.withheld import held_instead
from gongtu.registers.skills.services.issuing import issue_to, locked_session
from gongtu.registers.skills.services.photos import get_candidate
from gongtu.registers.skills.services.sessions import SessionNotOpen


class StillHeld(Refused):
    """The certificate that stood in the way, or another, is held still."""


class NothingWithheld(Refused):
    """No certificate was withheld from this candidate of the session."""


@transaction.atomic
def issue_withheld(case_number: str, candidate: int, *, by: Capacity, on: date) -> Certificate:
    """Issue to a candidate who passed what was withheld from them.

    Raises:
        CandidateUnknown: It is no candidate of the session.
        NotEntitled: `by` is not of the assessor, or is the candidate.
        NothingWithheld: They have their certificate, or never were to have one.
        SessionNotOpen: The session was withdrawn, or no filing covers it any more.
        StillHeld: A certificate of the same occupation and grade is held still.
    """
    get_candidate(case_number, candidate, by=by, on=on)
    session = locked_session(case_number)
    found = session.candidates.select_related("person").filter(pk=candidate, passed=True).first()
    if found is None or not found.withheld:
        raise NothingWithheld(_("本场没有对这名考生留着未核发的证书。"))
    if by.person == found.person_id:
        raise NotEntitled(_("您是本件当事人，应当回避，请由其他经办人办理。"))
    _require_open(session, on)
    hold({found.person_id})
    _require_free(session, found, on)
    found.withheld = ""
    found.save(update_fields=["withheld"])
    issue_to(session, [found], by=by, on=on)
    return Certificate.objects.get(session=session, person=found.person_id, issued_on=on)


def _require_open(session: AssessmentSession, on: date) -> None:
    if session.state != SessionState.ISSUED:
        raise SessionNotOpen(_("本场的证书没有核发完毕，或者已经撤销，不能补核发。"))
    filing = session.filing
    assessor = filing.assessor.organisation_id
    if find_filing(assessor, filing.occupation_id, Grade(session.grade), on=on) is None:
        says = _("没有覆盖该职业“%(label)s”的有效备案。")
        raise SessionNotOpen(says % {"label": Grade(session.grade)})


def _require_free(session: AssessmentSession, candidate: Candidate, on: date) -> None:
    if number := held_instead(session, [candidate], on=on)[candidate.pk]:
        says = _("%(name)s仍持有同一职业同一等级的证书%(number)s；该证书撤销以后才能核发。")
        raise StillHeld(says % {"name": candidate.person.name, "number": number})
