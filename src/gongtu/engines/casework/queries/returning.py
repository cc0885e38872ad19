"""What is to be returned of a case, as the office that decides it and its opener read it."""

from __future__ import annotations

from django.db.models import QuerySet

from gongtu.engines.casework import authority
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.queries.corrections import corrects, decides_on
from gongtu.engines.casework.registry import procedures
from gongtu.engines.ledger.returns import Recovery, cases_owing_back, find_recovery
from gongtu.parties.capacity import Capacity


def list_owing_back(by: Capacity) -> QuerySet[Case]:
    """The cases the reader's own body decides, of which money is or was to be returned."""
    decided = [one.key for one in procedures() if decides_on(one) == by.role]
    found = Case.objects.filter(
        number__in=cases_owing_back(),
        procedure__in=decided,
        parties__role=str(by.role),
        parties__organisation=by.organisation or 0,
        parties__until=None,
    )
    return found.select_related("opener_person", "opener_organisation").order_by("-number")


def recovery_of(case: Case, by: Capacity) -> Recovery | None:
    """For the body that decides the case, and for who opened it; None for others."""
    docket = authority.docket_of(case)
    opener = authority.sits(docket.party(case.opener_role), by, docket.procedure)
    return find_recovery(case.number) if opener or corrects(docket, by) else None
