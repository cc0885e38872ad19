"""Drawing by a published seed: whoever has the seed and the keys draws the same again."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_UP, Decimal
from typing import Any

from gongtu.base.digests import canonical_json, sha256_hex


def seed_from(*parts: Any) -> str:
    """The seed that these parts give; one that nobody can choose holds the journal's last seal.

    >>> seed_from("", ["1", "2"])[:12]
    '4c0d135d66e5'
    """
    return sha256_hex(canonical_json(list(parts)))


def share_of(count: int, percent: Decimal) -> int:
    """How many of so many a share is; a part of one counts as one.

    >>> share_of(10, Decimal(25)), share_of(0, Decimal(25)), share_of(3, Decimal(0))
    (3, 0, 0)
    """
    return int((count * percent / 100).to_integral_value(ROUND_UP))


def in_drawn_order(keys: Iterable[str], *, seed: str) -> list[str]:
    """The keys by the digest of seed and key.

    >>> in_drawn_order(["1", "2", "3", "4"], seed="a")[:2]
    ['1', '3']
    """
    return sorted(keys, key=lambda key: sha256_hex(f"{seed}:{key}".encode()))
