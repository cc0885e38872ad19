"""Where values come from besides a provision's own file; both are given once, at start.

`registers.instruments` gives the approved decisions, the city its overlay.  So `policy` needs
no database, and the doors decide what is plugged in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from gongtu.base.errors import Broken
from gongtu.base.marked import Marked, read_yaml
from gongtu.policy.values import DecidedValue

Decisions = Callable[[str], Sequence[DecidedValue]]


def _no_decisions(_key: str) -> Sequence[DecidedValue]:
    return ()


_decisions: Decisions = _no_decisions
_overlay: Mapping[str, Marked] = {}


def use_decisions(decisions: Decisions | None) -> Decisions:
    """From now on `decisions(full key)` tells the approved values of a parameter, oldest first.

    Returns what was plugged in before, so that a test can put it back.
    """
    global _decisions
    before, _decisions = _decisions, decisions or _no_decisions
    return before


def decisions_of(key: str) -> Sequence[DecidedValue]:
    """The approved decisions on a parameter; those made later stand later."""
    return _decisions(key)


def deciding() -> Decisions:
    """What tells the decisions on parameters, for whoever asks of many at once."""
    return _decisions


def use_overlay(overlay: Mapping[str, Marked]) -> None:
    """From now on these entries replace a file's values: full key → mapping with `values`."""
    global _overlay  # noqa: PLW0603 - plugged in once, at start
    _overlay = dict(overlay)


def overlay() -> Mapping[str, Marked]:
    """What the city sets otherwise, by full key."""
    return _overlay


def read_overlay(folder: Path) -> dict[str, Marked]:
    """Every entry of every YAML file in a folder.

    Raises:
        Broken: Two files speak of one parameter.
    """
    entries: dict[str, Marked] = {}
    for path in sorted(folder.glob("*.yaml")):
        for key, entry in read_yaml(path).fields.items():
            if key in entries:
                raise Broken(entry.says(f"{key} stands in {entries[key].path.name} too"))
            entries[key] = entry
    return entries
