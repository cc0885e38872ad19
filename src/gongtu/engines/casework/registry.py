"""The procedures of the city by key, each with the folder of its provision."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gongtu.base.errors import Broken, Refused
from gongtu.base.speech import gettext as _
from gongtu.engines.casework.declare import Procedure


class ProcedureUnknown(Refused):
    """Nobody declared a procedure of this key."""


_procedures: dict[str, Procedure] = {}
_folders: dict[str, Path] = {}
_former: dict[tuple[str, str], Procedure] = {}


def register(procedure: Procedure, folder: Path) -> None:
    """Make a procedure known; `folder` is its provision's, with the texts of its letters.

    Raises:
        Broken: Another procedure has the key, or a letter has no text.
    """
    if _folders.get(procedure.key, folder) != folder:
        raise Broken(f"{folder}: procedure {procedure.key!r} is {_folders[procedure.key]}'s.")
    if absent := [path.name for path in procedure.letter_files(folder) if not path.is_file()]:
        raise Broken(f"{folder / 'letters'}: no text for {', '.join(absent)}.")
    _procedures[procedure.key], _folders[procedure.key] = procedure, folder


def register_former(procedure: Procedure) -> None:
    """Keep an earlier version for the cases that began under it.

    Raises:
        Broken: It has the version of the procedure that cases begin under now.
    """
    if get_procedure(procedure.key).version == procedure.version:
        raise Broken(f"Procedure {procedure.key!r} has version {procedure.version!r} twice.")
    _former[procedure.key, procedure.version] = procedure


def get_procedure(key: str, version: str = "") -> Procedure:
    """The procedure of that key: the version asked for if it is kept, else the present one.

    Raises:
        ProcedureUnknown: There is none.
    """
    if key not in _procedures:
        raise ProcedureUnknown(_("没有名为“%(key)s”的办事程序。") % {"key": key})
    return _former.get((key, version)) or _procedures[key]


def folder_of(key: str) -> Path:
    """The folder of the provision that declares the procedure."""
    get_procedure(key)
    return _folders[key]


def procedures() -> Iterator[Procedure]:
    """Every procedure, in the order of their keys."""
    yield from (_procedures[key] for key in sorted(_procedures))
