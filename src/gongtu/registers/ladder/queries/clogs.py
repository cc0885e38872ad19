"""Where the ladder is clogged: how many wait on what, as the officers of an area may see it.

Cells with too few people are hidden, and what would let them be worked out is hidden as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, QuerySet, Sum

from gongtu.engines.indicators.disclosure import disclose
from gongtu.engines.indicators.tables import WHOLE, disclose_table
from gongtu.parties import access
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import divisions_under
from gongtu.policy.shared import platform
from gongtu.registers.ladder.choices import Wait
from gongtu.registers.ladder.models import Waiters
from gongtu.registers.skills.choices import Grade

Hidden = int | None
ALL = "all"


@dataclass(frozen=True, slots=True)
class Clog:
    """What people of one occupation wait on: grade → how many, None where it is hidden."""

    wait: Wait
    rule: str
    people: dict[Grade, Hidden]


@dataclass(frozen=True, slots=True)
class Worst:
    """What most people of an occupation wait on together: for which grade, and how many."""

    wait: Wait
    grade: Grade
    people: int


def counted_on(*, by: Capacity, on: date) -> date | None:
    """As of which night the counts are; None before the first.

    Raises:
        NotEntitled: Not an officer of human resources.
    """
    found: date | None = _of(by, on).aggregate(day=Max("counted_on"))["day"]
    return found


def count_waiting(*, by: Capacity, on: date) -> dict[str, Hidden]:
    """Occupation → how many wait in the officer's area, the most first.

    Raises:
        NotEntitled: Not an officer of human resources.
    """
    rows = _of(by, on).values_list("occupation").annotate(n=Sum("people")).order_by("-n")
    least = _least(on)
    return {code: disclose({code: n}, minimum=least)[code] for code, n in rows}


def clogs_of(occupation: str, *, by: Capacity, on: date) -> tuple[list[Clog], dict[Grade, Hidden]]:
    """What people of the occupation wait on, grade by grade, and all of a grade together.

    Raises:
        NotEntitled: Not an officer of human resources.
    """
    return _disclosed(_of(by, on).filter(occupation=occupation), on)


def worst_of(occupations: Collection[str], *, by: Capacity, on: date) -> dict[str, Worst]:
    """Of each occupation what most wait on, as far as it may be shown; one query.

    Raises:
        NotEntitled: Not an officer of human resources.
    """
    rows: dict[str, list[Waiters]] = defaultdict(list)
    for row in _of(by, on).filter(occupation__in=occupations):
        rows[row.occupation_id].append(row)
    found: dict[str, Worst] = {}
    for occupation, some in rows.items():
        clogs, _whole = _disclosed(some, on)
        shown = [Worst(c.wait, grade, n) for c in clogs for grade, n in c.people.items() if n]
        if shown:
            found[occupation] = max(shown, key=lambda one: one.people)
    return found


def count_by_division(occupation: str, *, by: Capacity, on: date) -> dict[str, Hidden]:
    """Division of the officer's area → how many wait there, the most first.

    Raises:
        NotEntitled: Not an officer of human resources.
    """
    told = _of(by, on).filter(occupation=occupation).values_list("division")
    counts = dict(told.annotate(n=Sum("people")).order_by("-n"))
    rows = {division: {ALL: n} for division, n in counts.items()}
    shown = disclose_table(rows, {ALL: sum(counts.values())}, minimum=_least(on))
    return {division: shown[division][ALL] for division in counts}


def _disclosed(rows: Iterable[Waiters], on: date) -> tuple[list[Clog], dict[Grade, Hidden]]:
    counts = _table(rows)
    grades = [g for g in Grade if any(g.value in row for row in counts.values())]
    table = {key: {g.value: row.get(g.value, 0) for g in grades} for key, row in counts.items()}
    whole = {g.value: sum(row[g.value] for row in table.values()) for g in grades}
    shown = disclose_table(table, whole, minimum=_least(on))
    all_together = _by_grade(shown.pop(WHOLE, {}), grades)
    return [_clog(key, _by_grade(row, grades)) for key, row in shown.items()], all_together


def _of(by: Capacity, on: date) -> QuerySet[Waiters]:
    access.require(by, "see-waiting", None, on=on)
    return Waiters.objects.filter(division__in=divisions_under(by.division or ""))


def _table(rows: Iterable[Waiters]) -> dict[str, dict[str, int]]:
    """What is waited on, by grade; one more place stands behind each."""
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        counts[f"{row.wait}:{row.rule}"][row.grade] += row.people
    return counts


def _least(on: date) -> int:
    return platform.count("minimum_cell", on=on) or 1


def _by_grade(row: dict[str, Hidden], grades: Iterable[Grade]) -> dict[Grade, Hidden]:
    return {grade: row[grade.value] for grade in grades}


def _clog(key: str, people: dict[Grade, Hidden]) -> Clog:
    wait, _sep, rule = key.partition(":")
    return Clog(Wait(wait), rule, people)
