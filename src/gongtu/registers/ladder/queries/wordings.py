"""Which wordings wait to be confirmed, who settles them, and every wording on record."""

from __future__ import annotations

from django.db.models import QuerySet

from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import HRSS
from gongtu.policy.city import active_city
from gongtu.registers.ladder.models import StandardWording, WordingProposal


def decides_wordings(by: Capacity) -> bool:
    """A wording holds for the whole city, so the city's own office settles it."""
    return by.role is HRSS and by.division == active_city().division


def list_wordings() -> QuerySet[StandardWording]:
    """Every wording on record, by occupation and day."""
    return StandardWording.objects.select_related("occupation").order_by("occupation", "since")


def list_wording_proposals() -> QuerySet[WordingProposal]:
    """What was proposed of wordings, the latest first."""
    return WordingProposal.objects.select_related("occupation", "proposed_by", "settled_by")
