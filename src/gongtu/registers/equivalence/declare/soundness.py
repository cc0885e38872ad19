"""What can never be right of rows seen together: circles, and rows that nobody can come to.

What one is treated as needs no decision and no waiting.  A chain of such rows that leads back
to its own beginning, or above it, says nothing or lifts without end.  Rows by which one may apply
are rules as well: that these wait on one another is refused with the map of careers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from gongtu.registers.equivalence.choices import Gives, Side
from gongtu.registers.equivalence.declare.rows import Row
from gongtu.registers.equivalence.declare.rungs import Rung
from gongtu.registers.ladder.declare import BY_NAME, GRADE, TITLE, rules, the_bridges, the_ladder

RECORDED = (
    Side.GRADE,
    Side.TITLE,
    Side.EDUCATION,
    Side.CLASS,
    Side.QUALIFICATION,
    Side.HONOUR,
)


def problems_of(rows: Sequence[Row]) -> Iterator[str]:
    """Everything wrong, each with file and line of the row."""
    yield from _misruled(rows)
    found: set[str] = set()
    for day in sorted({one.since for row in rows for one in row.statements}):
        found |= {*_circles(rows, day), *_unreachable(rows, day)}
    yield from sorted(found)


def _misruled(rows: Sequence[Row]) -> Iterator[str]:
    """Rules that are not there, lead elsewhere, or never ask for what the row begins with."""
    leads = {one.admits.key: Rung(Side.GRADE, one.grade.value) for one in the_ladder().options}
    leads |= {one.admits.key: Rung(Side.TITLE, one.title) for one in the_bridges()}
    for row in rows:
        if not row.rule:
            continue
        if row.rule not in leads:
            yield f"{row.declared}: row {row.key!r}: no rule is called {row.rule!r}"
        elif leads[row.rule] != row.target:
            yield f"{row.declared}: row {row.key!r}: rule {row.rule!r} leads to another rung"
        elif not _asks_for(row):
            yield f"{row.declared}: row {row.key!r}: rule {row.rule!r} never asks for its beginning"


def _asks_for(row: Row) -> bool:
    """Whether the rule names the fact that one stands on the row's first rung."""
    track = {Side.GRADE: GRADE, Side.TITLE: TITLE}.get(row.source.side)
    conditions = rules()[row.rule].conditions
    named = {getattr(node, "key", "") for one in conditions for node in one.holds.walk()}
    return any(BY_NAME[name] == (track, _from(row.source, track)) for name in named & set(BY_NAME))


def _from(rung: Rung, track: str | None) -> frozenset[str]:
    found = (rungs for own, rungs in BY_NAME.values() if own == track and rung.key in rungs)
    return min(found, key=len, default=frozenset())


def _circles(rows: Sequence[Row], day: date) -> Iterator[str]:
    """Chains of what one is treated as that come back to their beginning, or above it."""
    treated = [row for row in _stated(rows, day) if row.gives is Gives.TREATED_AS]
    for row in treated:
        for chain in _chains([row], treated):
            if chain[-1].target.reaches(row.source):
                told = ", ".join(sorted(one.key for one in chain))
                yield f"{_first(chain).declared}: these rows lead in a circle: {told}"


def _chains(chain: list[Row], rows: Sequence[Row]) -> Iterator[list[Row]]:
    yield chain
    for row in rows:
        if row not in chain and chain[-1].target.reaches(row.source):
            yield from _chains([*chain, row], rows)


def _first(chain: Sequence[Row]) -> Row:
    return min(chain, key=lambda row: row.key)


def _unreachable(rows: Sequence[Row], day: date) -> Iterator[str]:
    """Rows that begin where no register has anybody, and no row leads."""
    stated = _stated(rows, day)
    for row in stated:
        led_to = any(other.target.reaches(row.source) for other in stated if other is not row)
        if row.source.side not in RECORDED and not led_to:
            yield f"{row.declared}: nothing leads to where row {row.key!r} begins"


def _stated(rows: Sequence[Row], day: date) -> list[Row]:
    """Those of which something confirmed is stated on that day."""
    return [row for row in rows if (one := row.on(day)) is not None and one.is_confirmed]
