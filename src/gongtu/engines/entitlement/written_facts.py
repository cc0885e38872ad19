"""Facts as the bytes of their JSON: what one of them came to is written once for each value."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from gongtu.base.money import Yuan
from gongtu.engines.entitlement import expressions as e
from gongtu.engines.entitlement import told
from gongtu.engines.entitlement.asking import FactGround
from gongtu.engines.entitlement.explaining import gap_of
from gongtu.engines.entitlement.facts import Known
from gongtu.engines.entitlement.kinds import stored
from gongtu.engines.entitlement.wording import shown

Key = tuple[Any, str, date | None]  # value, source, as of
Pair = tuple[bytes, bytes]  # as the first ground of a list, and as a later one
NEXT = b", "
KEPT = 1 << 10  # values of one fact
encoded = json.JSONEncoder(ensure_ascii=False).encode


def as_json(plain: Any) -> bytes:
    return encoded(plain).encode()


def write(fact: e.FactOf[Any], known: Known, kept: dict[Key, Pair]) -> Pair:
    """A fact with a value that is not among those kept; now it is."""
    before, after = _around(fact, known.source, known.as_of)
    first = f"{before}{_value(known.value, fact.unit)}{after}".encode()
    if len(kept) >= KEPT:
        kept.clear()
    pair = kept[known.value, known.source, known.as_of] = first, NEXT + first
    return pair


@lru_cache(maxsize=1 << 12)
def not_known(fact: e.FactOf[Any], source: str, remedy: str) -> bytes:
    """What is told of a gap where nobody knows a fact."""
    return as_json(told.gap(gap_of(FactGround(fact, Known(None, source)), remedy)))


@lru_cache(maxsize=1 << 12)
def _around(fact: e.FactOf[Any], source: str, as_of: date | None) -> tuple[str, str]:
    """What `told.ground` says of a fact before and after its value."""
    plain = told.ground(FactGround(fact, Known(None, source, as_of)))
    before, after = encoded(plain).split('null, "shown": null', 1)
    return before, after


def _value(value: Any, unit: str) -> str:
    """`value` and `shown`, as they stand in JSON; the commonest kinds on the shortest way."""
    return _WAYS.get(type(value), _by_encoder)(value, unit)


def _by_encoder(value: Any, unit: str) -> str:
    says = None if value is None else shown(value, unit)
    return f'{encoded(stored(value))}, "shown": {encoded(says)}'


def _number(value: int, unit: str) -> str:
    return f'{value}, "shown": {encoded(shown(value, unit))}'


def _needs_no_escape(value: date | Yuan, unit: str) -> str:
    return f'"{value}", "shown": {encoded(shown(value, unit))}'


_WAYS: dict[type[Any], Callable[[Any, str], str]] = {
    int: _number,
    date: _needs_no_escape,
    Yuan: _needs_no_escape,
}
