"""The day from which it would hold, if nothing changes but time.

Between two days on which a parameter changes, a comparison turns at most once when only one of
its sides moves with time and moves one way: today itself, the time gone by since a day, a fact
that goes up each month.  So the days on which anything may turn are few, each found by halving;
the first of them on which everything holds is the answer.  A rule that moves in other ways is
not solved: the answer is then None, not a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from gongtu.base.periods import add_months
from gongtu.engines.entitlement import expressions as e
from gongtu.engines.entitlement.asking import Asking
from gongtu.engines.entitlement.facts import Subject
from gongtu.policy import Policy

HORIZON_YEARS = 20  # beyond a working life's remainder no day is worth telling


class _Unsolvable(Exception):
    """A rule moves with time in a way that halving cannot follow."""


def nearest_day(
    rules: Sequence[e.Expr[bool]], subject: Subject, *, policy: Policy, on: date
) -> date | None:
    """The first day from `on` on which all rules hold, time being all that changes."""
    try:
        candidates = sorted(set(_turns(rules, subject, policy=policy, on=on)))
    except _Unsolvable:
        return None
    for day in candidates:
        asking = Asking(subject, policy, day, since=on)
        if all(asking.value(rule) is True for rule in rules):
            return day
    return None


def _turns(
    rules: Iterable[e.Expr[bool]], subject: Subject, *, policy: Policy, on: date
) -> Iterator[date]:
    """Every day on which some part of the rules may begin to answer otherwise."""
    nodes = dict.fromkeys(node for rule in rules for node in rule.walk())
    now = Asking(subject, policy, on)
    edges = [on, *_changes(nodes, now), add_months(on, HORIZON_YEARS * 12)]
    yield from edges[:-1]
    for node in nodes:
        if node.kind is bool and _moves(node) and not _is_logic(node):
            for since, until in pairwise(edges):
                yield from _turn(node, subject, policy=policy, span=(since, until, on))


def _changes(nodes: Iterable[e.Expr[Any]], now: Asking) -> list[date]:
    """The days to come on which a parameter that follows today gets another value."""
    days: set[date] = set()
    for node in nodes:
        if isinstance(node, e.Parameter) and _moves(node.on):
            days.update(_changes_of(node, now))
    end = add_months(now.on, HORIZON_YEARS * 12)
    return sorted(day for day in days if now.on < day < end)


def _changes_of(named: e.Parameter[Any], now: Asking) -> Iterator[date]:
    followed = named.on
    if not isinstance(followed, e.Today | e.FactOf) or (day := now.value(followed)) is None:
        raise _Unsolvable
    ahead = day - now.on
    for line in now.policy.history(named.name):
        yield from (change - ahead for change in (line.since, line.until) if change)


def _turn(
    node: e.Expr[bool], subject: Subject, *, policy: Policy, span: tuple[date, date, date]
) -> Iterator[date]:
    """The day within a span on which a comparison turns; it turns once at most."""
    first, last, told_on = span
    _require_one_way(node)

    def answer(day: date) -> bool | None:
        return Asking(subject, policy, day, since=told_on).value(node)  # type: ignore[no-any-return]

    before, low, high = answer(first), 0, (last - first).days - 1
    if high < 1 or answer(first + timedelta(days=high)) == before:
        return
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (
            (middle, high) if answer(first + timedelta(days=middle)) == before else (low, middle)
        )
    yield first + timedelta(days=high)


def _require_one_way(node: e.Expr[bool]) -> None:
    """A comparison by size whose moving side is alone and goes one way."""
    sized = isinstance(node, e.Binary) and node.op.orders
    if not sized or sum(abs(_direction(part)) for part in node.parts) != 1:
        raise _Unsolvable


def _direction(node: e.Expr[Any]) -> int:
    """1 where its value only goes up with time, -1 where only down, 0 where it stays."""
    if not _moves(node):
        return 0
    match node:
        case e.Today() | e.FactOf():
            return 1
        case e.Shifted(day=day, count=count) if not _moves(count):
            return _direction(day)
        case e.Elapsed(since=since, until=until) if _moves(since) != _moves(until):
            return _direction(until) - _direction(since)
        case e.Binary(e.Op.PLUS | e.Op.LESSER | e.Op.GREATER, left, right):
            return _together(_direction(left), _direction(right))
        case e.Binary(e.Op.MINUS, left, right):
            return _together(_direction(left), -_direction(right))
    raise _Unsolvable


def _together(one: int, other: int) -> int:
    if one * other < 0:
        raise _Unsolvable
    return one or other


def _is_logic(node: e.Expr[Any]) -> bool:
    return isinstance(node, e.Not) or (isinstance(node, e.Binary) and node.op.joins)


def _moves(node: e.Expr[Any]) -> bool:
    """Whether time alone changes its value, apart from a parameter's new values."""
    match node:
        case e.Today():
            return True
        case e.FactOf():
            return node.monthly or node.daily
        case e.Elsewhere():
            return True  # whatever the other benefit rests on
        case e.Parameter(row=row):
            return row is not None and _moves(row)
    return any(map(_moves, node.parts))
