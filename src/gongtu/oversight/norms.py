"""The norms of the active city's statute, read once."""

from functools import cache
from pathlib import Path

from gongtu.law.obligations import Obligation, load_obligations
from gongtu.policy.city import active_city


def norms() -> dict[str, Obligation]:
    """Every norm by its permanent key, in the statute's order."""
    return _norms(active_city().obligations_path)


@cache
def _norms(path: Path) -> dict[str, Obligation]:
    return load_obligations(path)
