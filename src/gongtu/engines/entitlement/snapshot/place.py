"""Where snapshots lie and how the database is read for them; a door says it at start."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gongtu.base.errors import Broken

if TYPE_CHECKING:
    from gongtu.engines.entitlement.snapshot.reading import Reader


@dataclass(frozen=True, slots=True)
class Place:
    """Where snapshots lie, and how the database is read."""

    folder: Path
    reader: Callable[[], AbstractContextManager[Reader]]


_places: list[Callable[[], Place]] = []


def use_place(place: Callable[[], Place]) -> None:
    """Say where; asked when first needed."""
    _places[:] = [place]


def place_of_snapshots() -> Place:
    """Where snapshots lie.

    Raises:
        Broken: Nobody said where.
    """
    if not _places:
        raise Broken("Nobody said where snapshots of the registers lie.")
    return _places[0]()
