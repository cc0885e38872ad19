"""The register's facts about one draft, ready for rules."""

from __future__ import annotations

from datetime import date

from gongtu.engines.entitlement.declare import Known
from gongtu.registers.standards import facts
from gongtu.registers.standards.models import Comment, StandardVersion


def round_known(case_number: str, *, on: date) -> dict[str, Known]:
    """Whether the comment round of the draft is over, and how many comments have no answer."""
    draft = StandardVersion.objects.filter(case_number=case_number).first()
    until = draft.comments_until if draft else None
    unanswered = Comment.objects.filter(version__case_number=case_number, answered_on=None)
    return facts.Round.recorded(
        as_of=on, over=until is not None and until < on, unanswered=unanswered.count()
    )
