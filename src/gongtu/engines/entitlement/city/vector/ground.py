"""Code sent over the rows of a frame: full chunks where they lie, the last one filled up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city.outcome import Words, words_of
from gongtu.engines.entitlement.city.vector.machine import Code
from gongtu.engines.entitlement.city.vector.rooms import results
from gongtu.engines.entitlement.city.vector.stored import CHUNK, Store, Stored, ending

Array = NDArray[Any]
_ALL = words_of(np.ones(CHUNK, np.bool_))
PIECES = 4  # of the work of each thread, so that none waits long for another


class Ground:
    """The rows of one frame in pieces, each of which one thread works on."""

    def __init__(self, store: Store, packed: Mapping[Stored, Array], threads: int) -> None:
        self.size, self.threads = store.frame.size, threads
        arrays = {**store.arrays(), **packed}
        full = self.size // CHUNK
        step = max(-(-full // (threads * PIECES)), 1)
        self.pieces = [range(at, min(at + step, full)) for at in range(0, full, step)]
        self._tables = [store.table(arrays)] * len(self.pieces)
        if self.size % CHUNK:
            self._rest = ending(arrays, full * CHUNK)
            self.pieces.append(range(full, full + 1))
            self._tables.append(store.table(self._rest, shift=full * CHUNK))
        self._arrays = arrays  # whose addresses stand in the tables

    @property
    def padded(self) -> int:
        """How many rows all chunks have together."""
        return -(-self.size // CHUNK) * CHUNK

    @cached_property
    def valid(self) -> Words:
        """Of each piece where it stands which rows there are in its chunks."""
        told = np.full(len(self.pieces), _ALL.ctypes.data, np.uint64)
        if self.size % CHUNK:
            self._there = words_of(np.arange(CHUNK) < self.size % CHUNK)
            told[-1] = self._there.ctypes.data
        return told

    def work(
        self, pool: ThreadPoolExecutor, scratch: int, do: Callable[[int, Array], None]
    ) -> None:
        """Do something with every piece, on any thread; each thread has a scratch of its own."""
        waiting = iter(range(len(self.pieces)))

        def some(_: int) -> None:
            room = results.take(scratch // 8 + 1)
            for piece in waiting:
                do(piece, room)

        list(pool.map(some, range(self.threads)))

    def run(self, piece: int, code: Code, numbers: Array, scratch: Array, out: Array) -> None:
        """Send code over the chunks of a piece; `out` is what it is told."""
        for _ in self.stops(piece, code, numbers, scratch, out):
            raise Broken("Code that needs no room has stopped for want of it.")

    def stops(
        self, piece: int, code: Code, numbers: Array, scratch: Array, out: Array
    ) -> Iterator[None]:
        """The same; it stops wherever the code needs more room for what it gives."""
        ahead = self.pieces[piece]
        while True:
            reached = code(self._tables[piece], numbers, scratch, out, ahead)
            if reached == ahead.stop:
                return
            ahead = range(reached, ahead.stop)
            yield
