"""The arrays that code reads, in one table of addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any
from weakref import ref

import numpy as np
from numpy.typing import NDArray

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import Column, Frame
from gongtu.engines.entitlement.city.program import Program

CHUNK = 8192  # rows at a time: all that is worked out of them stays in the cache
BYTE = 8
Array = NDArray[Any]


class What(Enum):
    """What an array tells of each row."""

    VALUES = "values"
    KNOWN = "known"
    JOINED = "joined"  # the row of another frame that it belongs to
    PACKED = "packed"  # truths about a row of another frame, a bit each


@dataclass(frozen=True, slots=True)
class Stored:
    """One array; `via` is empty where it is of the rows at hand."""

    what: What
    key: str
    via: str

    @property
    def is_own(self) -> bool:
        """It has an entry for each row at hand."""
        return self.what is What.JOINED or not self.via


class Store:
    """Everything that is stored of one frame of a program and of what its rows belong to.

    `home` is the kind whose rows are at hand where they are not the program's own: leaves that
    lead there then are of the row itself.  The program is not kept alive by what is kept of it.
    """

    def __init__(self, program: Program, home: str = "") -> None:
        self._program, self.home = ref(program), home
        self._places: dict[Stored, int] = {}

    @property
    def program(self) -> Program:
        program = self._program()
        if program is None:
            raise Broken("The program of these arrays is gone.")
        return program

    @property
    def frame(self) -> Frame:
        program = self.program
        return program.town.frame(self.home) if self.home else program.frame

    def place(self, stored: Stored) -> int:
        """Its place in the table of addresses."""
        return self._places.setdefault(stored, len(self._places))

    def values(self, key: str, via: str) -> Stored:
        return Stored(What.VALUES, key, self.own(via))

    def known(self, key: str, via: str) -> Stored | None:
        """None where it is known of every row there is."""
        via = self.own(via)
        return None if self._column(key, via).known is None else Stored(What.KNOWN, key, via)

    def own(self, via: str) -> str:
        return "" if via == self.home else via

    def leaves(self, node: p.Plain) -> Iterator[Stored]:
        """What a tree reads."""
        for leaf in p.in_order([node]):
            match leaf:
                case p.Of(key, via) | p.Yes(key, via):
                    yield self.values(key, via)
                case p.Known(key, via):
                    if (known := self.known(key, via)) is not None:
                        yield known
                    elif self.own(via):
                        yield Stored(What.JOINED, "", via)
                case p.Belongs(via) if self.own(via):
                    yield Stored(What.JOINED, "", via)

    def bits(self, stored: Stored) -> int:
        """How wide one entry is."""
        if stored.what is What.VALUES:
            return BYTE * _kind(self._column(stored.key, stored.via).values.dtype).itemsize
        return BYTE if stored.what is What.KNOWN else BYTE * np.dtype(np.int32).itemsize

    def arrays(self) -> dict[Stored, Array]:
        """All that were given a place, but for what is packed during a run."""
        return {
            stored: self._array(stored) for stored in self._places if stored.what is not What.PACKED
        }

    def table(self, arrays: dict[Stored, Array], *, shift: int = 0) -> Array:
        """Their addresses, as if arrays of own rows had begun `shift` rows before."""
        addresses = np.zeros(max(len(self._places), 1), np.uint64)
        for stored, place in self._places.items():
            array = arrays[stored]
            before = shift if stored.is_own else 0
            if stored.what is What.PACKED:
                before = -1  # the entry of nobody stands first
            addresses[place] = array.ctypes.data - before * array.itemsize
        return addresses

    def _array(self, stored: Stored) -> Array:
        if stored.what is What.JOINED:
            return np.ascontiguousarray(self.frame.joins[stored.via], np.int32)
        column = self._column(stored.key, stored.via)
        if stored.what is What.KNOWN and column.known is not None:
            array: Array = np.ascontiguousarray(column.known, np.bool_).view(np.uint8)
        else:
            array = _plain(column.values)
        return array if len(array) else np.zeros(1, array.dtype)  # read, then thrown away

    def _column(self, key: str, via: str) -> Column:
        return self.program.column(key, via or self.home)


def ending(arrays: dict[Stored, Array], start: int) -> dict[Stored, Array]:
    """The last rows, the last one repeated until they fill a chunk."""
    return {
        stored: _filled_up(array[start:]) if stored.is_own else array
        for stored, array in arrays.items()
    }


def _filled_up(rest: Array) -> Array:
    chunk = np.full(CHUNK, rest[-1], rest.dtype)
    chunk[: len(rest)] = rest
    return chunk


def _plain(values: Array) -> Array:
    """Contiguous, and of a type that code is written for."""
    if values.dtype == np.bool_:
        return np.ascontiguousarray(values).view(np.uint8)
    return np.ascontiguousarray(values, _kind(values.dtype))


def _kind(kind: np.dtype[Any]) -> np.dtype[Any]:
    if kind == np.bool_:
        return np.dtype(np.uint8)
    kept = kind in (np.uint8, np.uint16, np.int32, np.int64)
    return kind if kept else np.dtype(np.int64)
