"""What a draft of the policy would change over a city: who gains, who loses, at what cost.

Only the benefits that rest on the drafted parameters are run, before and after; what became of
each row is kept in one byte, and counts by group are one pass over those bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city import running
from gongtu.engines.entitlement.city.columns import NOBODY, Column, Frame, Town
from gongtu.engines.entitlement.city.outcome import Found, Outcome, Words
from gongtu.engines.entitlement.city.program import Program, programs
from gongtu.engines.entitlement.declare import Benefit
from gongtu.engines.entitlement.expressions import Parameter
from gongtu.engines.entitlement.registry import get_benefit
from gongtu.policy.supposing import Draft, supposing

Run = Callable[[Program], Outcome]
Signs = NDArray[np.uint8]

OWED, OWED_THEN, UNKNOWN, UNKNOWN_THEN, NEAR, NEAR_THEN, MORE, LESS = (1 << bit for bit in range(8))
ELSEWHERE = "elsewhere"  # a group: rows that belong to nothing of the kind that is grouped by
AT_ONCE = 1 << 16  # rows counted at once, so that they stay near the processor
PERSON = "person"  # whose facts go before those of the enterprise
NOT_KNOWN = "not-known"  # a group: rows of which the fact is not known


class Change(StrEnum):
    """What a draft may change for one row."""

    GAINS = "gains"
    LOSES = "loses"
    MORE = "more"
    LESS = "less"
    NEWLY_KNOWN = "newly-known"
    NEWLY_UNKNOWN = "newly-unknown"


class Level(StrEnum):
    """What is counted before and after."""

    OWED = "owed"
    OWED_THEN = "owed-then"
    UNKNOWN = "unknown"
    UNKNOWN_THEN = "unknown-then"
    NEAR = "near"
    NEAR_THEN = "near-then"


# Which bits are looked at, and how they must stand.
SORTS: dict[Change | Level, tuple[int, int]] = {
    Level.OWED: (OWED, OWED),
    Level.OWED_THEN: (OWED_THEN, OWED_THEN),
    Level.UNKNOWN: (UNKNOWN, UNKNOWN),
    Level.UNKNOWN_THEN: (UNKNOWN_THEN, UNKNOWN_THEN),
    Level.NEAR: (NEAR, NEAR),
    Level.NEAR_THEN: (NEAR_THEN, NEAR_THEN),
    Change.GAINS: (OWED | OWED_THEN, OWED_THEN),
    Change.LOSES: (OWED | OWED_THEN, OWED),
    Change.MORE: (MORE, MORE),
    Change.LESS: (LESS, LESS),
    Change.NEWLY_KNOWN: (UNKNOWN | UNKNOWN_THEN, UNKNOWN),
    Change.NEWLY_UNKNOWN: (UNKNOWN | UNKNOWN_THEN, UNKNOWN_THEN),
}
BYTES = np.arange(256)


@dataclass(frozen=True, slots=True)
class Tally:
    """The exact figures of one group of rows; `cost` before and `cost_then`, in fen."""

    counts: Mapping[Change | Level, int]
    cost: int
    cost_then: int

    @property
    def is_empty(self) -> bool:
        return not any(self.counts.values())


@dataclass(frozen=True, slots=True)
class Missed:
    """How many miss one condition alone, before and after."""

    condition: str
    before: int
    after: int


@dataclass(frozen=True, eq=False)
class Weighed:
    """One benefit before and after."""

    benefit: Benefit
    frame: Frame
    before: Found
    after: Found
    signs: Signs
    groups: Mapping[str, Mapping[Any, Tally]]

    @cached_property
    def whole(self) -> Tally:
        """The whole city."""
        told = np.bincount(self.signs, minlength=256)
        return Tally(_counts(told), self.before.total, self.after.total)

    @property
    def missed(self) -> tuple[Missed, ...]:
        """Near-misses by condition."""
        return tuple(
            Missed(a.condition, a.fails + a.unknown, b.fails + b.unknown)
            for a, b in zip(self.before.nears, self.after.nears, strict=True)
        )

    def rows(self, change: Change) -> NDArray[np.int64]:
        """The rows that the draft changes so."""
        mask, stands = SORTS[change]
        return np.flatnonzero((self.signs & mask) == stands)


@dataclass(frozen=True, eq=False)
class Weighing:
    """Every benefit that rests on a draft, by key; `left_out` says which cannot run, and why."""

    weighed: Mapping[str, Weighed]
    left_out: Mapping[str, str]

    @property
    def cost(self) -> int:
        return sum(one.before.total for one in self.weighed.values())

    @property
    def cost_then(self) -> int:
        return sum(one.after.total for one in self.weighed.values())


def resting_on(keys: Iterable[str], benefits: Iterable[Benefit]) -> tuple[Benefit, ...]:
    """The benefits whose rules read one of these parameters, or ask of a benefit that does."""
    wanted = frozenset(keys)
    return tuple(benefit for benefit in benefits if parameters_read(benefit) & wanted)


def parameters_read(benefit: Benefit) -> frozenset[str]:
    """The full keys of every parameter that a benefit rests on."""
    own = {
        f"{benefit.policy.key}:{node.name}"
        for rule in benefit.rules
        for node in rule.walk()
        if isinstance(node, Parameter)
    }
    return frozenset(own).union(*(parameters_read(get_benefit(key)) for key in benefit.asks_of))


def _fastest(program: Program) -> Outcome:
    return running.run(program).outcome


def weigh(
    benefits: Iterable[Benefit],
    draft: Draft,
    town: Town,
    *,
    by: Sequence[str] = (),
    run: Run = _fastest,
) -> Weighing:
    """Run what rests on the draft as the city stands on the town's day, without it and with it.

    `by` names the facts to group by, as "division" or "grade": the row's own, or else of what it
    belongs to.
    """
    resting = resting_on(draft, benefits)
    left_out = {
        one.key: f"Nobody supplies rows of kind {one.per!r}."
        for one in resting
        if one.per not in town.frames
    }
    asked = [one for one in resting if one.key not in left_out]
    before = _outcomes(asked, town, run)
    with supposing(draft):
        after = _outcomes(asked, town, run)
    for outcome in (*before.values(), *after.values()):
        left_out.update(outcome.left_out)
    groups = {kind: _groupings(town, town.frame(kind), by) for kind in before}
    weighed = {
        one.key: _weighed(
            one, town, (before[one.per].found[one.key], after[one.per].found[one.key]), groups
        )
        for one in asked
        if one.key not in left_out
    }
    return Weighing(weighed, left_out)


def _outcomes(asked: Sequence[Benefit], town: Town, run: Run) -> dict[str, Outcome]:
    return {kind: run(program) for kind, program in programs(asked, town).items()}


def _weighed(
    benefit: Benefit,
    town: Town,
    found: tuple[Found, Found],
    groups: Mapping[str, Mapping[str, _Groups]],
) -> Weighed:
    signs = _signs(*found)
    tallies = {name: _by_group(group, signs, found) for name, group in groups[benefit.per].items()}
    return Weighed(benefit, town.frame(benefit.per), *found, signs, tallies)


def _signs(before: Found, after: Found) -> Signs:
    """What became of each row, a bit for each thing there is to say."""
    signs = np.zeros(before.size, np.uint8)
    sides = ((before.owed, after.owed), (before.unknown, after.unknown), (before.near, after.near))
    for bit, words in enumerate(words for pair in sides for words in pair):
        signs |= _bits(words, before.size) << bit
    if before.amounts is not None and after.amounts is not None:
        both = OWED | OWED_THEN
        rows = before.rows[(signs[before.rows] & both) == both]
        was = before.amounts[(signs[before.rows] & both) == both]
        now = after.amounts[(signs[after.rows] & both) == both]
        signs[rows[now > was]] |= MORE
        signs[rows[now < was]] |= LESS
    return signs


def _bits(words: Words, size: int) -> Signs:
    return np.unpackbits(words.view(np.uint8), bitorder="little", count=size)


@dataclass(frozen=True, eq=False)
class _Groups:
    """A group for each row, and what the groups are called."""

    of: NDArray[Any]
    names: tuple[Any, ...]


def _groupings(town: Town, frame: Frame, by: Sequence[str]) -> dict[str, _Groups]:
    found = {name: _grouping(town, frame, name) for name in by}
    return {name: groups for name, groups in found.items() if groups is not None}


def _grouping(town: Town, frame: Frame, name: str) -> _Groups | None:
    """The rows of a frame by a fact of that name: their own, or of what they belong to."""
    kinds = sorted(frame.joins, key=lambda kind: (kind != PERSON, kind))
    for place in (frame, *(town.frame(kind) for kind in kinds)):
        key = next((key for key in place.columns if key.endswith(f".{name}")), None)
        if key is not None and (column := place.columns[key]).categories is not None:
            return _grouped(column, None if place is frame else frame.joins[place.kind])
    return None


def _grouped(column: Column, join: NDArray[np.int32] | None) -> _Groups:
    named = column.categories or ()
    codes = column.values.astype(np.int32)
    if column.known is not None:
        codes = np.where(column.known, codes, len(named))
    if join is not None:
        there = np.append(codes, np.int32(len(named) + 1))  # NOBODY, -1, is the last
        codes = there[np.where(join == NOBODY, -1, join)]
    return _Groups(codes, (*named, NOT_KNOWN, ELSEWHERE))


def _by_group(groups: _Groups, signs: Signs, found: tuple[Found, Found]) -> dict[Any, Tally]:
    size = len(groups.names)
    told = np.zeros(size * 256, np.int64)
    for start in range(0, len(signs), AT_ONCE):
        some = slice(start, start + AT_ONCE)
        told += np.bincount(groups.of[some] * 256 + signs[some], minlength=size * 256)
    by_group = told.reshape(size, 256)
    costs, costs_then = (_costs(groups, one) for one in found)
    tallies = {
        name: Tally(_counts(by_group[place]), costs[place], costs_then[place])
        for place, name in enumerate(groups.names)
    }
    return {name: tally for name, tally in tallies.items() if not tally.is_empty}


def _costs(groups: _Groups, found: Found) -> list[int]:
    """What each group is owed, in fen; exact, as no sum comes near what a float holds exactly."""
    size = len(groups.names)
    if found.amounts is None:
        return [0] * size
    sums = np.bincount(groups.of[found.rows], weights=found.amounts, minlength=size)
    return [int(one) for one in sums]


def _counts(told: NDArray[np.int64]) -> dict[Change | Level, int]:
    return {
        sort: int(told[(BYTES & mask) == stands].sum()) for sort, (mask, stands) in SORTS.items()
    }
