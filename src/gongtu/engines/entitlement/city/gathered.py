"""Columns made out of related rows before a run: counts, sums, sequences, households."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement import expressions as e
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import CITY, NOBODY, Column, Frame, Town, narrowed
from gongtu.engines.entitlement.city.evaluating import evaluated
from gongtu.engines.entitlement.city.lowering import LeftOut, Lowering
from gongtu.engines.entitlement.city.lowering.places import Place, Places
from gongtu.engines.entitlement.registry import get_benefit
from gongtu.policy import Policy

AT_ONCE = 4_000_000  # pairs of a row and a related one
Array = NDArray[Any]


@dataclass(frozen=True)
class Pairs:
    """Rows asked about, each with every related row; `rows` ascends."""

    rows: Array
    related: Array


class Gathering:
    """Makes the columns of `Gathered` nodes for one frame, each once."""

    def __init__(self, town: Town, frame: Frame, extra: dict[str, Column]) -> None:
        self.town, self.frame, self.extra = town, frame, extra
        self._made: dict[tuple[Any, ...], str] = {}

    def column(self, node: e.Gathered[Any], policy: Policy) -> str:
        """The key of the column that holds what is gathered.

        Raises:
            LeftOut: A fact in it is supplied by nobody, or has no form over a city.
        """
        name = (node, policy.key)
        if name not in self._made:
            key = f"{node.key}.{len(self._made)}"
            self.extra[key] = self._gathered(node, policy)
            self._made[name] = key
        return self._made[name]

    def _gathered(self, node: e.Gathered[Any], policy: Policy) -> Column:
        mine = _owners(self.frame, node.within)
        if _speaks_of_each_alone(node):
            # The same for all who belong to one owner: gathered once an owner, then handed out.
            owners = Frame(node.within, self._count_of(node.within), {})
            values, known = self._worked_out(node, policy, owners)
            values, known = np.append(values, 0)[mine], np.append(known, False)[mine]
        else:
            values, known = self._worked_out(node, policy, self.frame)
        known = known & (mine != NOBODY)
        return Column(narrowed(np.where(known, values, 0)), None if known.all() else known)

    def _worked_out(
        self, node: e.Gathered[Any], policy: Policy, asked: Frame
    ) -> tuple[Array, Array]:
        """What the related rows of each row asked about come to, and where that is known."""
        related = self.town.frame(node.of)
        values, known = np.zeros(asked.size, np.int64), np.zeros(asked.size, np.bool_)
        for start, stop, pairs in _pairs(asked, related, node.within):
            frame = self._frame(node, related, pairs)
            part = _together(node, self.town, frame, policy, pairs.rows - start, stop - start)
            values[start:stop], known[start:stop] = part
        return values, known

    def _count_of(self, within: str) -> int:
        return 1 if within == CITY else self.town.frame(within).size

    def _frame(self, node: e.Gathered[Any], related: Frame, pairs: Pairs) -> Frame:
        """The facts that the node speaks of, in every pair."""
        here, there = Places(self.town, self.frame, self.extra), Places(self.town, related, {})
        columns: dict[str, Column] = {}
        for fact in (each for each in node.walk() if isinstance(each, e.FactOf)):
            if fact.key.startswith(e.EACH):
                place = there.at(fact.key.removeprefix(e.EACH), fact.label)
                columns[fact.key] = _taken(place, related, pairs.related)
            else:
                columns[fact.key] = _taken(here.of(fact), self.frame, pairs.rows)
        return Frame("pairs", len(pairs.rows), columns)


def _speaks_of_each_alone(node: e.Gathered[Any]) -> bool:
    facts = (part for part in node.walk() if isinstance(part, e.FactOf))
    return all(fact.key.startswith(e.EACH) for fact in facts)


def _otherwise(node: e.Gathered[Any]) -> int:
    if node.otherwise is None:
        return 0
    fixed = Lowering.written(node.otherwise)
    if fixed is None:
        raise LeftOut(f"“{node.label}” of no row at all is not written down")
    return fixed


def _pairs(frame: Frame, related: Frame, within: str) -> Iterator[tuple[int, int, Pairs]]:
    """Every row with every related row, some rows at a time."""
    theirs = _owners(related, within)
    order = np.argsort(theirs, kind="stable")
    order = order[np.searchsorted(theirs[order], 0) :]  # without those that belong to nobody
    begins = np.searchsorted(theirs[order], np.arange(int(theirs.max(initial=-1)) + 2))
    mine = _owners(frame, within)
    sizes = _counts(mine, begins)
    edges = np.concatenate([[0], np.cumsum(sizes)])
    start = 0
    while start < frame.size:
        reach = np.searchsorted(edges, edges[start] + AT_ONCE, side="right") - 1
        stop = min(max(int(reach), start + 1), frame.size)
        rows = np.repeat(np.arange(start, stop), sizes[start:stop])
        places = np.arange(len(rows)) - np.repeat(
            edges[start:stop] - edges[start], sizes[start:stop]
        )
        yield start, stop, Pairs(rows, order[begins[mine[rows]] + places])
        start = stop


def _counts(mine: Array, begins: Array) -> Array:
    """How many related rows each row has."""
    inside = (mine >= 0) & (mine < len(begins) - 1)
    owners = np.where(inside, mine, 0)
    if len(begins) < 2:  # noqa: PLR2004 - a beginning and an end
        return np.zeros(len(mine), np.int64)
    counts: Array = np.where(inside, begins[owners + 1] - begins[owners], 0)
    return counts


def _owners(frame: Frame, within: str) -> Array:
    """The thing of that kind each row belongs to; itself where it is one."""
    if within == CITY:
        return np.zeros(frame.size, np.int64)
    if frame.kind == within:
        return np.arange(frame.size)
    if within not in frame.joins:
        raise LeftOut(f"rows of {frame.kind} belong to no {within}")
    return frame.joins[within].astype(np.int64)


def _taken(place: Place, frame: Frame, rows: Array) -> Column:
    """A column at those rows of its frame."""
    column = place.column
    at = rows
    if place.via:
        at = frame.joins[place.via][rows]
    lost = at == NOBODY if place.via else np.zeros(len(rows), np.bool_)
    values = column.values[at] if len(column.values) else np.zeros(len(rows), np.uint8)
    known = ~lost if column.known is None else column.known[at] & ~lost
    return Column(np.where(known, values, 0), None if known.all() else known, column.categories)


def _together(
    node: e.Gathered[Any], town: Town, frame: Frame, policy: Policy, rows: Array, size: int
) -> tuple[Array, Array]:
    """What the pairs of each row come to, and where that is known."""
    extra: dict[str, Column] = {}
    lowering = Lowering(Places(town, frame, extra), policy, others=get_benefit, gather=_nested)
    verdict = lowering.verdict(node.where)
    trees: list[p.Plain] = [verdict.holds, verdict.fails]
    if node.of_each is not None:
        told = lowering.size(node.of_each)
        trees += [told.number, told.known]
    holds, fails, *told_of = evaluated(trees, town, frame, extra)
    doubt = _any(~(holds | fails), rows, size)
    if node.how is e.Gather.ANY:
        some = _any(holds, rows, size)
        return some.astype(np.int64), some | ~doubt
    if node.of_each is None:
        return np.bincount(rows[holds], minlength=size), ~doubt
    doubt |= _any(holds & ~told_of[1], rows, size)
    return _folded(node, told_of[0][holds], rows[holds], size), ~doubt


def _folded(node: e.Gathered[Any], values: Array, rows: Array, size: int) -> Array:
    if node.how is e.Gather.SUM:
        sums = np.zeros(size, np.int64)
        np.add.at(sums, rows, values)
        return sums
    most = np.full(size, _otherwise(node), np.int64)
    seen = np.zeros(size, np.bool_)
    seen[rows] = True
    highest = np.full(size, np.iinfo(np.int64).min)
    np.maximum.at(highest, rows, values)
    return np.where(seen, highest, most)


def _any(truths: Array, rows: Array, size: int) -> Array:
    some = np.zeros(size, np.bool_)
    some[rows[truths]] = True
    return some


def _nested(node: e.Gathered[Any], _policy: Policy) -> str:
    raise LeftOut(f"“{node.label}” is gathered within what is gathered")
