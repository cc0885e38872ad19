"""Asking what lies beyond one row: rows gathered, another benefit, shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from gongtu.base.money import Yuan
from gongtu.engines.entitlement import expressions as e
from gongtu.engines.entitlement.facts import Known
from gongtu.engines.entitlement.registry import get_benefit

if TYPE_CHECKING:
    from gongtu.engines.entitlement.asking import Asking

PER_CENT = 100


def gathered(asking: Asking, over: e.Gathered[Any]) -> Any:
    """One value out of the related rows; None where it cannot be known."""
    rows = asking.subject.rows.get((over.of, over.within))
    if rows is None:
        return None
    told = [_row(asking, over, row) for row in rows]
    counts = [counted for counted, _ in told]
    if over.how is e.Gather.ANY:
        return True if True in counts else None if None in counts else False
    if None in counts:
        return None
    if over.how is e.Gather.COUNT:
        return counts.count(True)
    return _together(over, [value for counted, value in told if counted], asking)


def owed_too(asking: Asking, benefit_key: str) -> bool | None:
    """Whether the other benefit is owed for the same subject."""
    benefit = get_benefit(benefit_key)
    other = type(asking)(asking.subject, benefit.policy, asking.on, asking.since)
    verdicts = [other.value(condition.holds) for condition in benefit.conditions]
    if False in verdicts:
        return False
    known = benefit.amount is None or other.value(benefit.amount) is not None
    return True if known and None not in verdicts else None


def reached(part: int | Yuan, whole: int | Yuan, rate: Decimal) -> bool:
    """Whether the part is at least so many per cent of the whole.

    >>> reached(7, 10, Decimal(70)), reached(Yuan("69.99"), Yuan(100), Decimal(70))
    (True, False)
    """
    one, all_ = (each.fen if isinstance(each, Yuan) else each for each in (part, whole))
    return one * PER_CENT >= all_ * rate


def _row(asking: Asking, over: e.Gathered[Any], row: Mapping[str, Known]) -> tuple[Any, Any]:
    """Whether a row counts, and its value."""
    facts = {**asking.subject.facts, **{e.EACH + key: known for key, known in row.items()}}
    inner = type(asking)(
        replace(asking.subject, facts=facts), asking.policy, asking.on, asking.since
    )
    value = None if over.of_each is None else inner.value(over.of_each)
    return inner.value(over.where), value


def _together(over: e.Gathered[Any], values: Sequence[Any], asking: Asking) -> Any:
    if None in values:
        return None
    if over.how is e.Gather.SUM:
        return Yuan.total(values) if over.kind is Yuan else sum(values)
    if values or over.otherwise is None:
        return max(values, default=None)
    return asking.value(over.otherwise)
