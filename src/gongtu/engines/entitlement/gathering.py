"""One value out of many related rows: sequences, counts in a year, sums of a household."""

from __future__ import annotations

from typing import TypedDict, TypeVar, Unpack

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.expressions import Expr, Gather, Gathered, lift
from gongtu.engines.entitlement.facts import Facts
from gongtu.engines.entitlement.places import declared_at

T = TypeVar("T")


class Over(TypedDict):
    """What is gathered: `rows` is `each(Group)`; `within` is the kind they belong to alike."""

    rows: type[Facts]
    within: str
    label: str


class Told(Over, total=False):
    """`unit` and `source` are shown with the value."""

    unit: str
    source: str


def any_of(where: Expr[bool], **over: Unpack[Told]) -> Expr[bool]:
    """Whether it is true of any row."""
    return _gathered(Gather.ANY, where, None, None, **over)


def count_of(where: Expr[bool], **over: Unpack[Told]) -> Expr[int]:
    """Of how many rows it is true."""
    return _gathered(Gather.COUNT, where, None, None, **over)


def sum_of(value: Expr[T], where: Expr[bool], **over: Unpack[Told]) -> Expr[T]:
    """The sum of a count or of money over the rows it is true of."""
    return _gathered(Gather.SUM, where, value, None, **over)


def most_of(value: Expr[T], where: Expr[bool], otherwise: T, **over: Unpack[Told]) -> Expr[T]:
    """The greatest value among the rows it is true of, or `otherwise` where there are none."""
    return _gathered(Gather.MOST, where, value, lift(otherwise), **over)


def _gathered(
    how: Gather,
    where: Expr[bool],
    value: Expr[T] | None,
    otherwise: Expr[T] | None,
    **over: Unpack[Told],
) -> Expr[T]:
    rows = over["rows"]
    if not rows.of:
        raise Broken(f"{declared_at()}: {rows.__name__} is not of any kind of row.")
    return Gathered(
        how, rows.of, over["within"], over["label"], where, value, otherwise,
        over.get("unit", ""), over.get("source", ""),
    )  # fmt: skip
