"""The rows in use, read from the city's file when everything they name is known."""

from __future__ import annotations

from pathlib import Path

from gongtu.base.errors import Broken
from gongtu.registers.equivalence.declare.reading import read_rows
from gongtu.registers.equivalence.declare.rows import Equivalences
from gongtu.registers.equivalence.declare.soundness import problems_of

_loaded: list[Equivalences] = []


def load_rows(path: Path) -> Equivalences:
    """Read, check and use the rows of this file from now on.

    Raises:
        Broken: Naming file and line of what cannot be read, and the rows that are not sound.
    """
    found = Equivalences(read_rows(path))
    if problems := list(problems_of(found.rows)):
        raise Broken("\n".join(problems))
    _loaded[:] = [found]
    return found


def the_equivalences() -> Equivalences:
    """The rows in use; none before they are loaded."""
    return _loaded[0] if _loaded else Equivalences()
