"""Code sent over the rows of a frame: full chunks where they lie, the last one filled up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city.outcome import Words, words_of
from gongtu.engines.entitlement.city.vector.machine import Code
from gongtu.engines.entitlement.city.vector.stored import CHUNK, Store, Stored, ending

Array = NDArray[Any]
PIECES = 4  # of the work of each thread, so that none waits long for another


class Ground:
    """The rows of one frame in pieces, each of which one thread works on."""

    def __init__(self, store: Store, packed: Mapping[Stored, Array], threads: int) -> None:
        self.size = store.frame.size
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

    def valid(self, piece: int) -> Words:
        """In every chunk of a piece, the rows that there are."""
        rows = min(self.size - self.pieces[piece].start * CHUNK, CHUNK)
        return words_of(np.arange(CHUNK) < rows)

    def work(
        self,
        pool: ThreadPoolExecutor,
        code: Code,
        numbers: Array,
        scratch: int,
        out: Callable[[int], Array],
    ) -> None:
        """Every piece by some thread; `out` gives what the code is told of a piece."""

        def piece(i: int) -> None:
            room = np.empty(scratch // 8 + 1, np.uint64)
            code(self._tables[i], numbers, room, out(i), self.pieces[i])

        list(pool.map(piece, range(len(self.pieces))))
