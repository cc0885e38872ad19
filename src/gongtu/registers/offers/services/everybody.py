"""The quick way to ask the whole city: over the snapshot of its registers."""

from __future__ import annotations

from collections.abc import Iterator

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.asking import Verdict
from gongtu.engines.entitlement.city.everybody import Each, ask
from gongtu.engines.entitlement.city.outcome import rows_of
from gongtu.engines.entitlement.city.running import Execution
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.explaining import explain
from gongtu.engines.entitlement.registry import benefits
from gongtu.engines.entitlement.snapshot import services as snapshots
from gongtu.engines.entitlement.snapshot.frames import town_of
from gongtu.parties.roles import WORKER
from gongtu.registers.offers.declare import Asked, Beneficiary, Found, Near, Progress
from gongtu.registers.offers.models import Run
from gongtu.registers.offers.services.asking import ask_singly, beneficiary, rules_digest

NEAR_KEPT = 20_000
"""Near misses of one benefit that are kept by name; all are counted."""
NOBODY = -1


def over_the_city(run: Run, progress: Progress) -> Asked:
    """Ask every claimed benefit over a snapshot of what is on record now.

    A benefit that cannot be run over the city is asked of everybody one by one.
    """
    built = snapshots.refresh(on=run.on, built_at=run.started_at.isoformat(), wait=True)
    town = town_of(built.snapshot.tables, on=run.on)
    asked = [benefit for benefit in benefits() if benefit.claim]
    found = ask(benefits(), town, Execution.VECTOR)
    each = {one.benefit.key: one for one in found.each}
    owed: dict[str, list[Found]] = {}
    near: dict[str, list[Near]] = {}
    counted: dict[str, dict[str, int]] = {}
    for done, benefit in enumerate(asked, start=1):
        one = each.get(benefit.key)
        if one is None or one.found is None:
            owed[benefit.key], near[benefit.key] = ask_singly(benefit, run.on)
        else:
            owed[benefit.key] = list(_owed(one))
            near[benefit.key] = list(_near(one, run))
            missed = {near.condition: near.fails + near.unknown for near in one.nears}
            counted[benefit.key] = {key: count for key, count in missed.items() if count}
        progress(done, len(asked))
    return Asked(
        found.execution.value, owed, near, built.snapshot.root, rules_digest(), counted
    )  # fmt: skip


def _owed(one: Each) -> Iterator[Found]:
    found = one.found
    if found is None:
        return
    fen = [None] * len(found.rows) if found.amounts is None else found.amounts.tolist()
    for (whose, subject), amount in zip(_named(one, found.rows.tolist()), fen, strict=True):
        if whose is not None:
            money = None if amount is None else Yuan.of_fen(amount)
            yield Found(one.benefit.key, whose, subject, money)


def _near(one: Each, run: Run) -> Iterator[Near]:
    """Each is asked singly for the condition that it lacks, up to so many."""
    if one.found is None:
        return
    rows = rows_of(one.found.near, one.found.size)[:NEAR_KEPT].tolist()
    for whose, subject in _named(one, rows):
        condition = _lacking(one.benefit, whose, subject, run) if whose else ""
        if whose is not None and condition:
            yield Near(one.benefit.key, condition, whose, subject)


def _lacking(benefit: Benefit, whose: Beneficiary, subject: str, run: Run) -> str:
    for told in benefit.subjects(whose.key, run.on):
        if told.key == subject:
            findings = explain(benefit, told, on=run.on).findings
            unmet = [f.condition.key for f in findings if f.verdict is not Verdict.HOLDS]
            return unmet[0] if len(unmet) == 1 else ""
    return ""


def _named(one: Each, rows: list[int]) -> Iterator[tuple[Beneficiary | None, str]]:
    """Whose each row is, and what it is called; None where it is nobody's."""
    frame, town = one.program.frame, one.program.town
    kind = "person" if one.benefit.beneficiary is WORKER else "enterprise"
    keys = town.frame(kind).keys
    places = None if frame.kind == kind else frame.joins[kind]
    for row in rows:
        place = row if places is None else int(places[row])
        whose = None if place == NOBODY else beneficiary(one.benefit, str(keys[place]))
        yield whose, str(frame.keys[row])
