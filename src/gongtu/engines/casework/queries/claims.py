"""Who has claimed what already: claims that run or were granted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from gongtu.engines.casework.declare import Procedure
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.queries.cases import mine
from gongtu.engines.casework.registry import get_procedure
from gongtu.engines.entitlement.declare import RecordKey
from gongtu.parties.capacity import Capacity

READ_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class StandingClaim:
    """One claim; `record` is what it is for, empty where its form names no record."""

    number: str
    person: UUID | None
    organisation: int | None
    record: str


def standing_claims(procedure: str) -> Iterator[StandingClaim]:
    """Every claim of the procedure that runs or was granted; a refused one may be made again.

    One that names no record counts while it runs: what it brought, the facts tell later.
    """
    declared = get_procedure(procedure)
    cases = Case.objects.filter(procedure=procedure).exclude(stage__in=_fallen(declared))
    told = ("number", "opener_person", "opener_organisation", "answers", "closed_on")
    rows = cases.order_by("id").values_list(*told).iterator(READ_AT_ONCE)
    for number, person, organisation, answers, closed_on in rows:
        record = record_in(declared, answers)
        if record or closed_on is None:
            yield StandingClaim(number, person, organisation, record)


def find_claim(
    procedure: str, record: str, *, person: UUID | None, organisation: int | None
) -> str | None:
    """The number of the claim that stands for the record, where its opener made one."""
    declared = get_procedure(procedure)
    cases = Case.objects.filter(
        procedure=procedure, opener_person=person, opener_organisation=organisation
    ).exclude(stage__in=_fallen(declared))
    rows = cases.order_by("id").values_list("number", "answers", "closed_on")
    for number, answers, closed_on in rows:
        claimed = record_in(declared, answers)
        if claimed == record or (not claimed and closed_on is None):
            return str(number)
    return None


def record_in(procedure: Procedure, answers: dict[str, str]) -> str:
    """The key of the record that a claim's answers name; empty where the form asks for none."""
    for name, fact in procedure.form.facts.items():
        if issubclass(fact.kind, RecordKey) and answers.get(name):
            return str(answers[name])
    return ""


def promises_money(numbers: Iterable[str], move: str) -> bool:
    """Whether the move promises money in any of the cases; that is decided in sampled batches."""
    keys = Case.objects.filter(number__in=list(numbers)).values_list("procedure", flat=True)
    procedures = [get_procedure(key) for key in set(keys.order_by())]
    moves = [one for procedure in procedures for one in procedure.moves]
    return any(one.key == move and one.commits is not None for one in moves)


def count_cases_of(by: Capacity) -> int:
    """How many cases the person or organisation opened or is a party of."""
    return Case.objects.filter(mine(by)).distinct().count()


def _fallen(procedure: Procedure) -> set[str]:
    """Ends after which the same may be claimed again."""
    ends = {end.key for end in procedure.ends if end.refused}
    return ends | ({procedure.withdrawn} if procedure.withdrawn else set())
