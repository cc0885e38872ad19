"""Assessments already planned that somebody on their way could sit."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from gongtu.parties.choices import MembershipKind
from gongtu.parties.queries import list_memberships
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import AssessmentSession
from gongtu.registers.skills.queries import assesses
from gongtu.registers.skills.queries.coming import sessions_to_come


def sessions_for(
    person: UUID, occupation: str, grade: Grade, *, since: date, on: date
) -> QuerySet[AssessmentSession]:
    """Those planned for the grade from the day it is open to them: by employers, or for anybody.

    Left out is what nobody may come into, such as those of a body whose filing is suspended.
    """
    jobs = list_memberships(person).filter(kind=MembershipKind.EMPLOYMENT, since__lte=on)
    employers = [job.organisation_id for job in jobs if job.until is None or job.until > on]
    planned = sessions_to_come(on).filter(
        assesses(employers, "filing__assessor__"),
        filing__occupation=occupation,
        grade=grade,
        planned_on__gte=since,
    )
    return planned.select_related("filing__assessor__organisation").order_by("planned_on", "id")
