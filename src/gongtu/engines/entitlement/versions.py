"""Which version of a rule it is: a short digest of what the rule says, and of nothing else.

Equal rules have equal digests in every process; a changed condition, amount or order has another.
Values of parameters are no part of it: they are dated, and each ground names the one it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from enum import Enum
from functools import lru_cache
from typing import Any

from gongtu.base.digests import sha256_hex
from gongtu.engines.entitlement.expressions import Expr, Function

SHOWN = 12  # hexadecimal digits: enough to tell the versions of one rule apart


@lru_cache(maxsize=1024)
def version_of(rules: tuple[tuple[str, Expr[Any]], ...]) -> str:
    """The digest of named rules, in order."""
    said = "\n".join(f"{key}: {spelled(rule)}" for key, rule in rules)
    return sha256_hex(said.encode())[:SHOWN]


def spelled(part: Any) -> str:
    """An expression, or what stands in one, spelled out.

    >>> from gongtu.engines.entitlement.expressions import TODAY, lift
    >>> spelled(TODAY.plus_months(3))
    'Shifted(Today(),Constant(int 3),Span.MONTHS)'
    """
    match part:
        case Expr():
            return f"{type(part).__name__}({','.join(_inside(part))})"
        case Function():
            return f"function {part.key}"
        case Enum():
            return f"{type(part).__name__}.{part.name}"
        case type():
            return part.__name__
        case tuple():
            return f"({','.join(map(spelled, part))})"
    return f"{type(part).__name__} {part!s}"


def _inside(expr: Expr[Any]) -> Iterator[str]:
    for one in fields(expr):  # type: ignore[arg-type]  # every expression is a dataclass
        yield spelled(getattr(expr, one.name))
