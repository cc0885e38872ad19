"""What one procedure shows on the page of its cases besides what every case shows.

A module here is found at the first case shown; the page itself knows no procedure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from gongtu.base.errors import Broken

ROOT = Path(__file__).parent
Made = Callable[[Any, date], dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: its template, which calls `page` what `made` answers."""

    template: str
    made: Made


_sections: dict[str, Section] = {}  # by the key of the procedure


def section(procedure: str, template: str) -> Callable[[Made], Made]:
    """Show what the function answers on the cases of a procedure; nothing where it is None.

    Raises:
        Broken: The procedure has a section already.
    """

    def register(made: Made) -> Made:
        if procedure in _sections:
            raise Broken(f"The procedure {procedure!r} has two sections.")
        _sections[procedure] = Section(template, made)
        return made

    return register


def section_of(case: Any, *, on: date) -> dict[str, Any] | None:
    """The section of a case, for whoever may see the case."""
    one = sections().get(case.procedure)
    if one is None or (page := one.made(case, on)) is None:
        return None
    return {"template": one.template, "page": page}


@cache
def sections() -> dict[str, Section]:
    """The sections of all procedures, by their keys."""
    for path in sorted(ROOT.glob("[a-z]*.py")):
        import_module(f"{__name__}.{path.stem}")
    return _sections
