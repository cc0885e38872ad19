"""What exactly one room declares, and others ask for without knowing who declared it."""

from __future__ import annotations

from typing import Generic, TypeVar

from gongtu.base.errors import Broken

T = TypeVar("T")


class Sole(Generic[T]):
    """The one thing of its kind, declared while the platform starts.

    >>> ladder = Sole[object](missing="Nobody declares a ladder.", twice="There are two ladders.")
    >>> ladder.find() is None
    True
    >>> eight = object()
    >>> ladder.declare(eight)
    >>> ladder.declare(eight)
    >>> ladder.get() is eight
    True
    >>> ladder.declare(object())
    Traceback (most recent call last):
    gongtu.base.errors.Broken: There are two ladders.
    """

    def __init__(self, *, missing: str, twice: str) -> None:
        self._declared: list[T] = []
        self._missing, self._twice = missing, twice

    def declare(self, one: T) -> None:
        """Ask this one from now on; the same again changes nothing.

        Raises:
            Broken: There is another one.
        """
        if self._declared and self._declared[0] is not one:
            raise Broken(self._twice)
        self._declared[:] = [one]

    def get(self) -> T:
        """The one declared.

        Raises:
            Broken: There is none.
        """
        if not self._declared:
            raise Broken(self._missing)
        return self._declared[0]

    def find(self) -> T | None:
        """The one declared; None where there is none."""
        return self._declared[0] if self._declared else None
