"""The second phase of a run: amounts of what is owed, piece by piece behind the first."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.outcome import Amounts
from gongtu.engines.entitlement.city.program import Program
from gongtu.engines.entitlement.city.vector.amounts import amount_code
from gongtu.engines.entitlement.city.vector.assembly import Numbers
from gongtu.engines.entitlement.city.vector.judged import Judged
from gongtu.engines.entitlement.city.vector.machine import compiled
from gongtu.engines.entitlement.city.vector.rooms import Shelf, results
from gongtu.engines.entitlement.city.vector.stored import Store

Array = NDArray[Any]


class Paying:
    """The code that works out amounts where they are not the same for all, made once."""

    def __init__(self, program: Program, store: Store) -> None:
        self.amounts = [rule.amount for rule in program.rules]
        self.varying = [
            i for i, amount in enumerate(self.amounts) if not isinstance(amount, p.Whole | None)
        ]
        numbers = Numbers()
        trees = [amount for i in self.varying if (amount := self.amounts[i]) is not None]
        self.code = compiled(amount_code(store, numbers, trees))
        self.numbers = np.array(numbers.values or [0], np.int64)


class Paid:
    """The amounts of each rule, by piece of the ground."""

    def __init__(self, paying: Paying, judged: Judged) -> None:
        self.paying, self.judged = paying, judged
        self._shelf = Shelf(results)
        self._rooms: list[Amounts] = [np.empty(0, np.int64)] * len(judged.ground.pieces)

    def pay(self, piece: int, scratch: Array) -> None:
        """Work out what the piece is owed, which must have been judged."""
        paying = self.paying
        many = self._many(piece)
        ends = np.cumsum(many)
        room = self._shelf.take(int(ends[-1]) if len(ends) else 0).view(np.int64)
        out = np.empty((len(many), 2), np.uint64)
        out[:, 0] = self.judged.owed_at[paying.varying]
        out[:, 1] = room.ctypes.data + 8 * (ends - many)
        self.judged.ground.run(piece, paying.code, paying.numbers, scratch, out)
        self._rooms[piece] = room

    def of_rules(self) -> list[list[Amounts] | None]:
        """In parts; None where a rule gives no money."""
        varying = dict(zip(self.paying.varying, self._by_rule(), strict=True))
        return [
            [np.broadcast_to(np.int64(amount.value), self.judged.owed_in_all(i))]
            if isinstance(amount, p.Whole)
            else varying.get(i)
            for i, amount in enumerate(self.paying.amounts)
        ]

    def _by_rule(self) -> list[list[Amounts]]:
        """Of each rule whose amounts vary, those of every piece."""
        pieces = range(len(self._rooms))
        ends = [np.cumsum(self._many(piece))[:-1] for piece in pieces]
        parts = [np.split(self._rooms[piece], ends[piece]) for piece in pieces]
        return [[part[i] for part in parts] for i in range(len(self.paying.varying))]

    def _many(self, piece: int) -> Array:
        return self.judged.many(piece)[self.paying.varying]
