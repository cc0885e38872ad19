"""Drawing from keys by a seed that nobody chose: it comes of the journal's last seal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from gongtu.base.draws import in_drawn_order, seed_from
from gongtu.records.journal.queries import find_last_seal


@dataclass(frozen=True, slots=True)
class Drawing:
    """From which keys, by which seed and seal, and what was drawn, in its order."""

    seal: int
    seed: str
    pool: list[str]
    chosen: list[str]


def draw_from(keys: Iterable[str], *about: Any, take: int) -> Drawing:
    """Draw so many of the keys; anybody who knows the seal, `about` and the keys has the seed."""
    pool, seal = sorted(keys), find_last_seal()
    seed = seed_from(seal.hash if seal else "", *about, pool)
    chosen = in_drawn_order(pool, seed=seed)[:take]
    return Drawing(seal.number if seal else 0, seed, pool, chosen)
