"""The city in columns as this process has it at hand: read once for each snapshot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from gongtu.engines.entitlement.city.columns import Town


@dataclass(frozen=True, slots=True)
class Loaded:
    """The city seen on a day, by the facts as they stood on `facts_on`."""

    town: Town
    facts_on: date
    root: str = ""


Towns = Callable[[date, date], Loaded | None]

_towns: list[Towns] = []


def use_towns(towns: Towns) -> None:
    """From now on `towns(day, today)` tells how the city stands; None where nothing is kept."""
    _towns[:] = [towns]


def town_on(day: date, *, today: date) -> Loaded | None:
    """The city on a day, by the newest snapshot; None while there is none."""
    return _towns[0](day, today) if _towns else None
