"""The register's facts about one draft or project, ready for rules."""

from __future__ import annotations

from datetime import date

from gongtu.engines.entitlement.declare import Known
from gongtu.registers.skills.facts import Session
from gongtu.registers.standards import facts
from gongtu.registers.standards.models import (
    AbilityCandidate,
    AbilityProject,
    Comment,
)
from gongtu.registers.standards.queries import find_ability_session, find_of_case


def round_known(case_number: str, *, on: date) -> dict[str, Known]:
    """Whether the comment round of the draft is over, and how many comments have no answer."""
    draft = find_of_case(case_number)
    until = draft.comments_until if draft else None
    unanswered = Comment.objects.filter(version__case_number=case_number, answered_on=None)
    return facts.Round.recorded(
        as_of=on, over=until is not None and until < on, unanswered=unanswered.count()
    )


def reviewed_known(case_number: str, *, on: date) -> dict[str, Known]:
    """How many opinions of experts a project still lacks."""
    project = AbilityProject.objects.filter(case_number=case_number).first()
    given = project.opinions.count() if project else 0
    wanted = (project.reviewers if project else None) or 1
    return facts.Reviewed.recorded(as_of=on, missing=max(wanted - given, 0))


def examining_known(case_number: str, *, on: date) -> dict[str, Known]:
    """Whether the filing held on the day of the session, and how far its results are."""
    session = find_ability_session(case_number)
    filed = session is not None and session.filing.holds_on(session.planned_on)
    sat = AbilityCandidate.objects.filter(session=session)
    far = Session.recorded(
        as_of=on, candidates=sat.count(), unmarked=sat.filter(passed=None).count()
    )
    return facts.Examining.recorded(as_of=on, filed=filed) | far
