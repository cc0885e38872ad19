"""One filing of a body, and what goes on under it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.registers.skills.choices import SessionState
from gongtu.registers.skills.models import AssessmentSession, AssessorFiling
from gongtu.registers.skills.queries import every_filing


class FilingUnknown(Refused):
    """There is no such filing of that body."""


def get_filing(organisation: int, filing: int) -> AssessorFiling:
    """One filing of that body.

    Raises:
        FilingUnknown: There is none, or it is another's.
    """
    if (found := every_filing(organisation).filter(pk=filing).first()) is None:
        raise FilingUnknown(_("本单位没有这项备案。"))
    return found


def open_sessions(filing: AssessorFiling) -> QuerySet[AssessmentSession]:
    """What is planned, marked or being certified under a filing, the earliest first."""
    going = (SessionState.PLANNED, SessionState.MARKED, SessionState.ISSUING)
    return filing.sessions.filter(state__in=going).order_by("planned_on", "id")
