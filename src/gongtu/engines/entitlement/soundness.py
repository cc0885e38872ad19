"""Whether a rule can ever be worked out: its parameters exist, and their units fit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from gongtu.base.money import Yuan
from gongtu.engines.entitlement import expressions as e
from gongtu.policy import Policy

_UNITS_OF_SPANS = {e.Span.DAYS: "日", e.Span.MONTHS: "月", e.Span.YEARS: "年"}


def problems_of(rule: e.Expr[Any], policy: Policy) -> Iterator[str]:
    """What is wrong with a rule under this policy, a clause each."""
    for node in dict.fromkeys(rule.walk()):
        match node:
            case e.Parameter():
                yield from _misread(node, policy)
            case e.Binary(op, left, right) if op.orders or op in (e.Op.PLUS, e.Op.MINUS):
                yield from _unlike(left, right, policy)
            case e.Reaches(part=part, whole=whole):
                yield from _unlike(part, whole, policy)
            case e.Shifted(count=count, span=span):
                yield from _misshifted(count, span, policy)


def unit_of(node: e.Expr[Any], policy: Policy) -> str:
    """The unit its value is counted in; empty where any would do."""
    match node:
        case e.FactOf(unit=unit) | e.Gathered(unit=unit):
            return unit
        case e.Parameter(name=name) if name in policy:
            return policy.unit(name)
        case e.Elapsed(span=span):
            return _UNITS_OF_SPANS[span]
        case e.Binary(op, left) if op.keeps_kind and op is not e.Op.TIMES:
            return unit_of(left, policy)
    return ""


def _misread(named: e.Parameter[Any], policy: Policy) -> Iterator[str]:
    if named.name not in policy:
        yield f"a rule names unknown parameter {named.name!r}"
        return
    unit, kind = policy.unit(named.name), named.kind
    money, rate = unit.startswith("元"), unit == "%"
    if money != (kind is Yuan) or rate != (kind is Decimal):
        yield f"a rule takes {named.name!r} for {kind.__name__}, but its unit is {unit}"
    has_rows = bool(policy.rows(named.name))
    if has_rows != (named.row is not None):
        yield f"{named.name!r} is {'a' if has_rows else 'no'} table, the rule thinks otherwise"
    elif isinstance(named.row, e.Constant) and str(named.row.value) not in policy.rows(named.name):
        yield f"{named.name!r} has no row {str(named.row.value)!r}"


def _unlike(left: e.Expr[Any], right: e.Expr[Any], policy: Policy) -> Iterator[str]:
    one, other = (unit_of(side, policy).split("/")[0] for side in (left, right))
    if one and other and one != other:
        yield f"a rule weighs {one} against {other}"


def _misshifted(count: e.Expr[Any], span: e.Span, policy: Policy) -> Iterator[str]:
    unit = unit_of(count, policy)
    if unit and unit != _UNITS_OF_SPANS[span]:
        yield f"a rule counts {span.name.lower()}, but the number is in {unit}"
