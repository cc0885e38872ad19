"""The indicators of the city by key, each with the folder of its provision."""

from collections.abc import Iterator
from pathlib import Path

from gongtu.base.errors import Broken, Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.indicators.declare import Indicator


class IndicatorUnknown(Refused):
    """Nobody declared an indicator of this key."""


_indicators: dict[str, Indicator] = {}
_folders: dict[str, Path] = {}


def register(indicator: Indicator, folder: Path) -> None:
    """Make an indicator known.

    Raises:
        Broken: Another provision has an indicator of the key.
    """
    if _folders.get(indicator.key, folder) != folder:
        raise Broken(f"{folder}: indicator {indicator.key!r} is {_folders[indicator.key]}'s.")
    _indicators[indicator.key], _folders[indicator.key] = indicator, folder


def get_indicator(key: str) -> Indicator:
    """The indicator of that key.

    Raises:
        IndicatorUnknown: There is none.
    """
    if key not in _indicators:
        raise IndicatorUnknown(_("没有名为“%(key)s”的指标。") % {"key": key})
    return _indicators[key]


def folder_of(key: str) -> Path:
    """The folder of the provision that declares the indicator."""
    get_indicator(key)
    return _folders[key]


def indicators() -> Iterator[Indicator]:
    """Every indicator, in the order of their keys."""
    yield from (_indicators[key] for key in sorted(_indicators))
