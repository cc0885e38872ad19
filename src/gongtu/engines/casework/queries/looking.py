"""Runs that look again at decisions, what they look at, and what they found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Count, Q, QuerySet

from gongtu.engines.casework.models import Case, CaseParty, Recomputation, RunState
from gongtu.engines.casework.queries.corrections import decides_on, list_corrections
from gongtu.engines.casework.registry import procedures
from gongtu.engines.ledger.queries import cases_with_money
from gongtu.parties.capacity import Capacity
from gongtu.parties.roles import Role


def list_recomputations(by: Capacity) -> QuerySet[Recomputation]:
    """Those of the reader's body and the nightly ones, newest first."""
    return Recomputation.objects.filter(organisation__in=(0, by.organisation or 0)).order_by("-id")


def find_going(by: Capacity) -> Recomputation | None:
    """The one of them that is under way."""
    return list_recomputations(by).filter(state=RunState.RUNNING).first()


def differences_of(runs: Iterable[Recomputation], by: Capacity) -> dict[int, int]:
    """How many differences each run has found on the reader's desk, by its key; one query."""
    found = list_corrections(by).filter(found_in__in=[run.pk for run in runs]).order_by()
    counts: dict[int, int] = defaultdict(int)
    counts.update(found.values_list("found_in").annotate(n=Count("pk")))
    return counts


def list_to_look_at(run: Recomputation) -> QuerySet[Case, str]:
    """The numbers of the cases with money promised that a run looks at, in their order."""
    found = Case.objects.filter(number__in=cases_with_money())
    if run.procedure:
        found = found.filter(procedure=run.procedure)
    if run.organisation:
        found = found.filter(pk__in=_decided_by(run.organisation))
    return found.order_by("number").values_list("number", flat=True)


def _decided_by(organisation: int) -> QuerySet[CaseParty, int]:
    desks: dict[Role, list[str]] = defaultdict(list)
    for one in procedures():
        desks[decides_on(one)].append(one.key)
    seats = [Q(role=str(role), case__procedure__in=keys) for role, keys in desks.items()]
    theirs = CaseParty.objects.filter(reduce(or_, seats), organisation=organisation, until=None)
    return theirs.values_list("case", flat=True)
