"""An assessor gives up what it filed, of its own will."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from gongtu.base.errors import Refused
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.registers.skills.models import AssessorFiling, FilingSuspension
from gongtu.registers.skills.queries.filed import open_sessions
from gongtu.registers.skills.services.filings import NothingFiled, end_filing


class FilingInUse(Refused):
    """Sessions under the filing have not come to their end; each is named."""


@transaction.atomic
def give_up_filing(filing: int, *, reason: str, by: Capacity, on: date) -> AssessorFiling:
    """End a filing at its body's wish: from that day on nothing is assessed under it.

    What was certified under it keeps its worth.

    Raises:
        NotEntitled: Nobody of the body asks.
        NothingFiled: It is over already, or began today.
        FilingInUse: Sessions under it are open.
        Refused: No reason is given.
    """
    locked = AssessorFiling.objects.select_for_update(of=("self",))
    found = locked.select_related("assessor__organisation", "occupation").get(pk=filing)
    access.require(by, "enter-results", found.assessor.organisation, on=on)
    if not reason.strip():
        raise Refused(_("请写明放弃备案的理由。"))
    _require_standing(found, on)
    _require_unused(found)
    found.given_up = True
    found.save(update_fields=["given_up"])
    end_filing(found, reason=reason.strip(), by=by, on=on)
    FilingSuspension.objects.filter(filing=found, until=None).update(until=on)
    return found


def _require_standing(filing: AssessorFiling, on: date) -> None:
    if filing.until is not None and filing.until <= on:
        raise NothingFiled(_("这项备案已经终止。"))
    if filing.since >= on:
        raise NothingFiled(_("这项备案今日才生效，从明日起可以放弃。"))


def _require_unused(filing: AssessorFiling) -> None:
    says = _("%(day)s的评价（%(number)s）还没有办结，先取消或者办结。")
    reasons = [
        says % {"day": one.planned_on.isoformat(), "number": one.case_number}
        for one in open_sessions(filing)
    ]
    if reasons:
        raise FilingInUse(*reasons)
