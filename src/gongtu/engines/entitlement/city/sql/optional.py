"""Engines are optional: a plain word where one is not installed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from gongtu.base.errors import Broken


def optional(module: str, extra: str) -> Any:
    """A module that comes with an extra of the package.

    Raises:
        Broken: It is not installed.
    """
    try:
        return import_module(module)
    except ImportError:
        what = f"{module} is not installed on this machine"
        raise Broken(f"{what}; it comes with gongtu[{extra}].") from None
