"""What a run over the city found: owed, not known, near-misses, and the sum, for each benefit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from gongtu.engines.entitlement.city.everybody import Each
from gongtu.engines.indicators.disclosure import disclose
from gongtu.engines.indicators.queries import MINIMUM_CELL
from gongtu.policy import shared

HIDDEN = "…"


def lines(ran: Iterable[Each], *, on: date) -> Iterator[str]:
    """A line for each benefit and, below it, for each condition that somebody misses alone."""
    for one in ran:
        yield f"{one.benefit.key}  {one.benefit.title}"
        if one.found is None:
            yield f"    未核算：{one.left_out}"
            continue
        yield f"    {one.size:,} 项中 应当享受 {one.found.count:,}，尚不能确定 {_unknown(one):,}"
        if one.benefit.amount is not None:
            yield f"    金额 {one.total:,}元（{one.benefit.fund}）"
        says = {condition.key: condition.says for condition in one.benefit.conditions}
        for key, count in near(one, on=on).items():
            if count != 0:
                yield f"    只差“{says[key]}”：{HIDDEN if count is None else f'{count:,}'}"


def near(one: Each, *, on: date) -> dict[str, int | None]:
    """How many miss each condition alone; None where so few that it would point at somebody."""
    cells = {near.condition: near.fails + near.unknown for near in one.nears}
    return disclose(cells, minimum=shared.platform.count(MINIMUM_CELL, on=on) or 0)


def as_json(ran: Iterable[Each], *, on: date) -> list[dict[str, Any]]:
    """The same for a machine; a hidden figure is null."""
    return [_json(one, on=on) for one in ran]


def _json(one: Each, *, on: date) -> dict[str, Any]:
    told = {"benefit": one.benefit.key, "title": one.benefit.title, "per": one.benefit.per}
    if one.found is None:
        return {**told, "left_out": one.left_out}
    return {
        **told,
        "rows": one.size,
        "owed": one.found.count,
        "unknown": _unknown(one),
        "amount": str(one.total) if one.benefit.amount is not None else None,
        "fund": one.benefit.fund,
        "near": near(one, on=on),
    }


def _unknown(one: Each) -> int:
    return one.found.check().unknown if one.found else 0
