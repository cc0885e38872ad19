"""One builder at a time in a folder, among all processes of a machine."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gongtu.base.errors import Refused
from gongtu.base.speech import gettext as _

LOCK = ".building"


class AlreadyBuilding(Refused):
    """Another builder is at work."""


@contextmanager
def alone(folder: Path, *, wait: bool) -> Iterator[None]:
    """Nobody else builds here meanwhile; who is killed leaves the door open.

    Raises:
        AlreadyBuilding: Somebody does, and nobody said to wait.
    """
    folder.mkdir(parents=True, exist_ok=True)
    door = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _shut(door, wait=wait)
        yield
    finally:
        os.close(door)


def _shut(door: int, *, wait: bool) -> None:
    try:
        fcntl.flock(door, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        raise AlreadyBuilding(_("另一次全城核算正在读取登记，请在它完成后再发起。")) from None
