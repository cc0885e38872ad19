"""What a run over the whole city tells the register of offers: who is owed what, who misses by one.

The registers are read into a snapshot first, whose root the run is noted with, so that it can be
worked out again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from uuid import UUID

import numpy as np
from django.utils import timezone

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.city.columns import NOBODY, Frame
from gongtu.engines.entitlement.city.evaluating import evaluated
from gongtu.engines.entitlement.city.everybody import Each, ask
from gongtu.engines.entitlement.city.outcome import Found as Rows
from gongtu.engines.entitlement.city.outcome import rows_of
from gongtu.engines.entitlement.city.running import Execution
from gongtu.engines.entitlement.city.suppliers import owners
from gongtu.engines.entitlement.registry import benefits
from gongtu.engines.entitlement.snapshot.frames import town_of
from gongtu.engines.entitlement.snapshot.services import forget, refresh
from gongtu.registers.offers.declare import Asked, Beneficiary, Found, Near, Progress
from gongtu.registers.offers.queries import snapshots_named
from gongtu.registers.offers.services.asking import rules_digest

Owner = Callable[[int], Beneficiary | None]


def over_the_city(on: date, progress: Progress) -> Asked:
    """Ask each benefit that is claimed of everybody at once.

    A benefit that cannot run over a city is not among what was asked: its offers stay as they are.
    Snapshots that no run rests on are removed.
    """
    claimed = [benefit for benefit in benefits() if benefit.claim]
    built = refresh(on=on, built_at=timezone.localtime().isoformat(), wait=True)
    forget(keep=snapshots_named() | {built.snapshot.root})
    found = ask(claimed, town_of(built.snapshot.tables, on=on), Execution.VECTOR)
    progress(len(claimed), len(claimed))
    return Asked(
        found.execution.value,
        {each.benefit.key: list(_owed(each, each.found)) for each in found.each if each.found},
        {each.benefit.key: list(_near(each, each.found)) for each in found.each if each.found},
        snapshot=built.snapshot.root,
        rules=rules_digest(),
    )


def _owed(each: Each, found: Rows) -> Iterator[Found]:
    owner, keys = _owner(each), each.program.frame.keys
    for place, row in enumerate(found.rows.tolist()):
        whose = owner(row)
        amount = None if found.amounts is None else Yuan.of_fen(int(found.amounts[place]))
        if whose is not None:
            yield Found(each.benefit.key, whose, keys[row], amount)


def _near(each: Each, found: Rows) -> Iterator[Near]:
    program, owner = each.program, _owner(each)
    rule = next(one for one in program.rules if one.key == each.benefit.key)
    trees = [verdict.holds for verdict in rule.verdicts]
    rows = rows_of(found.near, found.size)
    holds = evaluated(trees, program.town, program.frame, program.extra)
    # Of a near row exactly one does not hold.
    missed = np.argmin(np.stack([held[rows] for held in holds]), axis=0) if trees else rows
    for row, condition in zip(rows.tolist(), missed.tolist(), strict=True):
        whose = owner(row)
        if whose is not None:
            yield Near(each.benefit.key, rule.conditions[condition], whose, program.frame.keys[row])


def _owner(each: Each) -> Owner:
    """Whose a row is: the person's or the organisation's that it belongs to, or that it is."""
    kind = owners(each.benefit)
    frame = each.program.frame
    keys = each.program.town.frame(kind).keys
    make = _person if kind == "person" else _organisation

    def owner(row: int) -> Beneficiary | None:
        there = _place(frame, kind, row)
        return None if there == NOBODY else make(keys[there])

    return owner


def _place(frame: Frame, kind: str, row: int) -> int:
    return row if frame.kind == kind else int(frame.joins[kind][row])


def _person(key: str) -> Beneficiary:
    return Beneficiary(person=UUID(key))


def _organisation(key: str) -> Beneficiary:
    return Beneficiary(organisation=int(key))
