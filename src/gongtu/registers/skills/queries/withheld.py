"""Certificates that were withheld because their holders held another, and what became of that."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import AssessmentSession, Candidate
from gongtu.registers.skills.queries.held import holdings


def held_instead(
    session: AssessmentSession, candidates: Sequence[Candidate], *, on: date
) -> dict[int, str]:
    """By candidate from whom one was withheld: the certificate they hold now, empty where none.

    At most one query.
    """
    without = [one for one in candidates if one.withheld]
    if not without:
        return {}
    occupation, grade = session.filing.occupation_id, Grade(session.grade)
    held = holdings({one.person_id for one in without}, (occupation,), on=on)
    standing = {one.pk: held[one.person_id, occupation].get(grade) for one in without}
    return {pk: holding.number if holding else "" for pk, holding in standing.items()}


def withheld_for(numbers: Collection[str], people: Collection[UUID]) -> QuerySet[Candidate]:
    """From whom of these people a certificate was withheld because they held one of these."""
    found = Candidate.objects.filter(person__in=people, withheld__in=numbers).exclude(withheld="")
    return found.select_related("session__filing__assessor", "session__filing__occupation")
