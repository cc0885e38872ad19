"""A checked roster against the register: who is known, who is new, who stands there otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from gongtu.parties.choices import MembershipKind
from gongtu.parties.models import Membership
from gongtu.parties.queries.persons import index_known
from gongtu.parties.roster.checking import Worker
from gongtu.parties.roster.columns import NAME
from gongtu.parties.roster.row import CHECK_NAME, OTHER_NAME, Problem


def match(workers: Sequence[Worker]) -> list[Problem]:
    """Mark the known persons; the problems are those registered under another name."""
    known = index_known([worker.index for worker in workers])
    problems = []
    for worker in workers:
        if worker.index not in known:
            continue
        worker.known, name = known[worker.index]
        if name != worker.name:
            problems.append(_other_name(worker))
    return problems


def already_employed(organisation: int) -> set[UUID]:
    """Persons whose employment there has not ended; they stay as they are."""
    open_ones = Membership.objects.filter(
        organisation=organisation, kind=MembershipKind.EMPLOYMENT, until=None
    )
    return set(open_ones.values_list("person", flat=True))


def _other_name(worker: Worker) -> Problem:
    # The registered name is not told: a roster is no way to find out whose number it is.
    return Problem(worker.row, NAME, worker.name, OTHER_NAME, CHECK_NAME)
