"""The second phase of a run: amounts of what is owed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.program import Program
from gongtu.engines.entitlement.city.vector.amounts import amount_code
from gongtu.engines.entitlement.city.vector.assembly import Numbers
from gongtu.engines.entitlement.city.vector.ground import Ground
from gongtu.engines.entitlement.city.vector.judged import Judged
from gongtu.engines.entitlement.city.vector.machine import compiled
from gongtu.engines.entitlement.city.vector.stored import Store

Array = NDArray[Any]


class Paying:
    """The second phase: amounts, where they are not the same for all."""

    def __init__(self, program: Program) -> None:
        self.amounts = [rule.amount for rule in program.rules]
        self.varying = [
            i for i, amount in enumerate(self.amounts) if not isinstance(amount, p.Whole | None)
        ]
        self.store, numbers = Store(program), Numbers()
        trees = [amount for i in self.varying if (amount := self.amounts[i]) is not None]
        self.code = compiled(amount_code(self.store, numbers, trees))
        self.numbers = np.array(numbers.values or [0], np.int64)

    def run(self, judged: Judged, pool: ThreadPoolExecutor, threads: int) -> list[Array | None]:
        many = judged.many.sum(axis=0)
        amounts = self._places(many)
        for amount, made in zip(self.amounts, amounts, strict=True):
            if isinstance(amount, p.Whole) and made is not None:
                made.fill(amount.value)
        ground = Ground(self.store, {}, threads)
        begins = np.cumsum(judged.many, axis=0) - judged.many

        def out(piece: int) -> Array:
            addresses = [
                (judged.owed[i].ctypes.data, made.ctypes.data + 8 * int(begins[piece, i]))
                for i in self.varying
                if (made := amounts[i]) is not None
            ]
            return np.array(addresses, np.uint64).reshape(-1)

        ground.work(pool, self.code, self.numbers, 0, out)
        return amounts

    def _places(self, many: Array) -> list[Array | None]:
        """Room for the amounts of each rule, all in one: large rooms are given quicker."""
        room = np.empty(int(many[[amount is not None for amount in self.amounts]].sum()), np.int64)
        places: list[Array | None] = []
        begin = 0
        for amount, count in zip(self.amounts, many, strict=True):
            places.append(None if amount is None else room[begin : begin + count])
            begin += 0 if amount is None else int(count)
        return places
