"""Reading drafts: an officer's own, and what a proposal was drafted with."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties.capacity import Capacity
from gongtu.policy import DecidedValue, get_parameter
from gongtu.policy.supposing import Draft
from gongtu.policy.units import made_of
from gongtu.registers.instruments.models import ParameterDecision, ParameterDraft


class DraftUnknown(Refused):
    """There is no such draft, or it is somebody else's."""


def list_drafts(by: Capacity) -> QuerySet[ParameterDraft]:
    """The officer's own drafts in this role, the one changed last first."""
    return ParameterDraft.objects.filter(officer=by.person, role=by.role)


def get_draft(draft: int, by: Capacity) -> ParameterDraft:
    """One of the officer's own drafts.

    Raises:
        DraftUnknown: It is somebody else's, or there is none.
    """
    found = list_drafts(by).filter(pk=draft).first()
    if found is None:
        raise DraftUnknown(_("没有这份草案，或者它不是您的草案。"))
    return found


def get_readable_draft(draft: int, by: Capacity) -> ParameterDraft:
    """One's own draft, or one that was proposed by an officer of the same role.

    Raises:
        DraftUnknown: It is neither.
    """
    proposed = ParameterDraft.objects.filter(pk=draft, role=by.role, proposed_on__isnull=False)
    return proposed.first() or get_draft(draft, by)


def list_together(decision: ParameterDecision) -> list[ParameterDecision]:
    """The proposals of the same draft, this one among them, as far as they still wait or hold."""
    if decision.draft_id is None:
        return [decision]
    together = ParameterDecision.objects.filter(draft=decision.draft_id).order_by("pk")
    return list(together.exclude(state__in=("rejected", "withdrawn")))


def supposed_by(values: Mapping[str, Any], valid_from: date) -> Draft:
    """What is drafted, to be supposed; a parameter that is not thought of yet is left out."""
    return {
        key: [
            DecidedValue(
                since=valid_from,
                value=made_of(get_parameter(key).unit, value),
                instrument=_("（草案）"),
                source=_("参数决定的草案"),
            )
        ]
        for key, value in values.items()
        if value is not None
    }
