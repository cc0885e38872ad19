"""Sessions still to come that people may come into: some filing in force covers them."""

from __future__ import annotations

from datetime import date

from django.db.models import Case, Exists, OuterRef, QuerySet, When

from gongtu.registers.skills.choices import Grade, SessionState
from gongtu.registers.skills.models import AssessmentSession
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


def _rank(field: str) -> Case:
    return Case(*(When(**{field: grade.value}, then=grade.rank) for grade in Grade))
