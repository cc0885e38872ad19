"""The second phase of a run: amounts of what is owed, chunk by chunk behind the first.

Room is given to each rule for as much as it came to in the last run; where that was too little,
the code stops before a chunk, and goes on with more.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.outcome import Amounts
from gongtu.engines.entitlement.city.vector.amounts import BEFORE, ROOM, Told
from gongtu.engines.entitlement.city.vector.judged import Judged, Judging
from gongtu.engines.entitlement.city.vector.rooms import Shelf, results

Array = NDArray[Any]
WORD = 8  # bytes


class Paid:
    """The amounts of each rule, by piece of the ground."""

    def __init__(self, judging: Judging, judged: Judged) -> None:
        self.judging, self.judged = judging, judged
        pieces, rules = range(len(judged.ground.pieces)), len(judging.varying)
        self._shelf = Shelf(results)
        self._told = judged.out[:, BEFORE:].reshape(len(pieces), rules, len(Told))
        self._rooms: list[list[Amounts]] = [[np.empty(0, np.int64)] * rules for _ in pieces]
        self._parts: list[list[list[Amounts]]] = [[[] for _ in range(rules)] for _ in pieces]

    def pay(self, piece: int, scratch: Array) -> None:
        """Judge a piece and work out what it is owed."""
        self._give(piece, self.judging.expected(piece, len(self._rooms)) + ROOM)
        bits = self.judging.bits
        stops = self.judged.ground.stops(
            piece, bits.code, bits.numbers, scratch, self.judged.out[piece]
        )
        for _ in stops:
            self._give_more(piece)
        self._put_away(piece)

    def of_rules(self) -> list[list[Amounts] | None]:
        """In parts; None where a rule gives no money."""
        self.judging.remember([[sum(map(len, rule)) for rule in piece] for piece in self._parts])
        varying = {
            number: [part for piece in self._parts for part in piece[i]]
            for i, number in enumerate(self.judging.varying)
        }
        return [
            [np.broadcast_to(np.int64(amount.value), self.judged.owed_in_all(i))]
            if isinstance(amount, p.Whole)
            else varying.get(i)
            for i, amount in enumerate(self.judging.amounts)
        ]

    def _give(self, piece: int, words: Array) -> None:
        """Room for so many amounts of each rule; 0 where it keeps what it has."""
        ends = np.cumsum(words)
        room = self._shelf.take(int(ends[-1]) if len(ends) else 0).view(np.int64)
        for rule in np.flatnonzero(words).tolist():
            own = self._rooms[piece][rule] = room[ends[rule] - words[rule] : ends[rule]]
            told = self._told[piece, rule]
            told[Told.TO], told[Told.END] = own.ctypes.data, own.ctypes.data + own.nbytes

    def _give_more(self, piece: int) -> None:
        """Twice the room to every rule that has too little left."""
        told = self._told[piece]
        lacking = told[:, Told.END] - told[:, Told.TO] < ROOM * WORD
        for rule in np.flatnonzero(lacking).tolist():
            self._put_away(piece, rule)
        sizes = np.array([2 * len(room) for room in self._rooms[piece]])
        self._give(piece, np.where(lacking, sizes, 0))

    def _put_away(self, piece: int, *rules: int) -> None:
        """What stands in the rooms of these rules, or of all, becomes a part of the result."""
        for rule in rules or range(len(self._rooms[piece])):
            room = self._rooms[piece][rule]
            many = (int(self._told[piece, rule, Told.TO]) - room.ctypes.data) // WORD
            self._parts[piece][rule].append(room[:many])
