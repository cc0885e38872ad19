"""What is to be returned of a case: for the office that decides it, its opener, and finance."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from gongtu.engines.casework import authority
from gongtu.engines.casework.models import Case, WriteDown, WriteDownState
from gongtu.engines.casework.queries.corrections import corrects, decides_on
from gongtu.engines.casework.registry import procedures
from gongtu.engines.ledger.returns import Recovery, cases_owing_back, find_recovery
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import divisions_under
from gongtu.parties.roles import FINANCE


def list_owing_back(by: Capacity) -> QuerySet[Case]:
    """The cases of which money is or was to be returned, as far as they are the reader's.

    Those its own body decides; for a finance department those of its division whose money it
    watches over, to read.
    """
    found = _watched(by) if by.role is FINANCE else _decided(by)
    return found.select_related("opener_person", "opener_organisation").order_by("-number")


def find_decided(number: str, by: Capacity) -> Case | None:
    """One of the cases that the reader's own body decides, of which money was to be returned."""
    return _decided(by).filter(number=number).first()


def recovery_of(case: Case, by: Capacity) -> Recovery | None:
    """For the body that decides the case, who opened it, and finance; None for others."""
    docket = authority.docket_of(case)
    opener = authority.sits(docket.party(case.opener_role), by, docket.procedure)
    finance = by.role is FINANCE and authority.may_see(case, by)
    return find_recovery(case.number) if opener or finance or corrects(docket, by) else None


def waiting_write_downs(cases: Collection[Case]) -> dict[str, WriteDown]:
    """By the number of the case, what is proposed to be written down and waits for a decision."""
    waiting = WriteDown.objects.filter(case__in=cases, state=WriteDownState.PROPOSED)
    return {one.case.number: one for one in waiting.select_related("case", "proposed_by")}


def _decided(by: Capacity) -> QuerySet[Case]:
    return _owing_back().filter(
        procedure__in=[one.key for one in procedures() if decides_on(one) == by.role],
        parties__role=str(by.role),
        parties__organisation=by.organisation or 0,
        parties__until=None,
    )


def _watched(by: Capacity) -> QuerySet[Case]:
    """As `authority.may_see` has it: the procedure declares finance, and the division is under it.

    A case lies in one division, so that each finance department sees its own.
    """
    return _owing_back().filter(
        procedure__in=[one.key for one in procedures() if by.role in one.sees],
        division__in=divisions_under(by.division or ""),
    )


def _owing_back() -> QuerySet[Case]:
    return Case.objects.filter(number__in=cases_owing_back())
