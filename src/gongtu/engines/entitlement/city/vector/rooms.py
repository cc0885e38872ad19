"""Room for results, used again once nobody looks at what stood there.

Memory that the system has just given is cleared page by page when it is first written to, which
takes longer than working out what is written.
"""

from __future__ import annotations

from threading import Lock
from typing import Any
from weakref import ref

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
KEPT = 1 << 25  # words that lie ready at most: 256 MiB
SPARE = 8  # one part in so many is added, so that a run that finds a few more has room as well
SHELF = 1 << 18  # words
WORD = 8  # bytes
LINE = 8  # words of a cache line, at the beginning of one of which every room begins


class Rooms:
    """Some rooms; whoever holds a part of what was lent still uses it."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept, self._lock = kept, Lock()
        self._rooms: list[tuple[Words, ref[Any]]] = []

    def take(self, words: int) -> Words:
        """So many words, with whatever stands in them; whose last view goes gives them back.

        >>> rooms = Rooms()
        >>> first = rooms.take(100)
        >>> part, place = first[50:], first.ctypes.data
        >>> del first
        >>> rooms.take(100).ctypes.data == place
        False
        >>> del part
        >>> rooms.take(90).ctypes.data == place
        True
        """
        with self._lock:
            room = self._free(words)
            # Of a buffer, so that its views keep it alive, and not the room behind it.
            lent: Words = np.frombuffer(room.data, np.uint64, words)
            self._rooms.append((room, ref(lent)))
            while sum(len(one) for one, _ in self._rooms) > self._kept:
                del self._rooms[0]
            return lent

    def _free(self, words: int) -> Words:
        """A room that nobody uses, no longer among those kept; a new one where none is."""
        for i, (room, lent) in enumerate(self._rooms):
            if lent() is None and words <= len(room) <= 2 * words:
                return self._rooms.pop(i)[0]
        room = np.empty(words + words // SPARE + LINE, np.uint64)
        return room[-room.ctypes.data // WORD % LINE :]


class Shelf:
    """Room taken bit by bit from a few large ones, by several threads."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms, self._lock = rooms, Lock()
        self._left: Words = np.empty(0, np.uint64)

    def take(self, words: int) -> Words:
        with self._lock:
            if words > len(self._left):
                self._left = self._rooms.take(max(words, SHELF))
            taken, self._left = self._left[:words], self._left[words:]
            return taken


def addresses(lines: NDArray[Any]) -> Words:
    """Where each line of a table begins."""
    steps = np.arange(len(lines), dtype=np.uint64) * np.uint64(lines.strides[0])
    return np.uint64(lines.ctypes.data) + steps


results = Rooms()
