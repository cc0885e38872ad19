"""Sessions still to come: those people may come into, and in which of them somebody sits."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, QuerySet, When

from gongtu.registers.skills.choices import Grade, SessionState
from gongtu.registers.skills.models import AssessmentSession, Candidate
from gongtu.registers.skills.queries import filings_in_force


def sessions_to_come(on: date) -> QuerySet[AssessmentSession]:
    """Those planned from that day on of whose body a filing in force covers what they assess.

    While its filing is suspended, and after it ended, a body takes nobody in.
    """
    filed = filings_in_force(on).annotate(low=_rank("lowest"), high=_rank("highest"))
    covering = filed.filter(
        assessor=OuterRef("filing__assessor"), occupation=OuterRef("filing__occupation"),
        low__lte=OuterRef("rank"), high__gte=OuterRef("rank"),
    )  # fmt: skip
    planned = AssessmentSession.objects.filter(state=SessionState.PLANNED, planned_on__gte=on)
    return planned.annotate(rank=_rank("grade")).filter(Exists(covering))


def seats_to_come(
    people: Collection[UUID], occupation: str, grade: Grade, *, on: date
) -> dict[UUID, AssessmentSession]:
    """Of each who sits in a session for that grade still to come the nearest one; one query.

    It is a seat whether or not the filing rests: who has one keeps it until they give it back.
    """
    sat = Candidate.objects.filter(
        person__in=people, session__filing__occupation=occupation, session__grade=grade,
        session__state=SessionState.PLANNED, session__planned_on__gte=on,
    )  # fmt: skip
    nearest_last = sat.select_related("session").order_by("-session__planned_on", "-id")
    return {one.person_id: one.session for one in nearest_last}


def _rank(field: str) -> Case:
    return Case(*(When(**{field: grade.value}, then=grade.rank) for grade in Grade))
