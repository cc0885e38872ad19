"""Truths over a frame worked out as bits, and those of other frames fetched packed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city.columns import NOBODY, Frame
from gongtu.engines.entitlement.city.evaluating import evaluated
from gongtu.engines.entitlement.city.program import Program
from gongtu.engines.entitlement.city.vector import endings
from gongtu.engines.entitlement.city.vector.assembly import Module
from gongtu.engines.entitlement.city.vector.endings import Ending
from gongtu.engines.entitlement.city.vector.ground import Ground
from gongtu.engines.entitlement.city.vector.machine import compiled
from gongtu.engines.entitlement.city.vector.passes import sheet_function
from gongtu.engines.entitlement.city.vector.sheets import Packing, Sheet

Array = NDArray[Any]


class Bits:
    """A sheet with its ending, and the sheets of other frames whose bits it fetches."""

    def __init__(self, sheet: Sheet, ending: Ending, module: Module, *written: str) -> None:
        self.sheet = sheet
        text = endings.entry(sheet_function(module, sheet), ending)
        self.code = compiled(module.text(*written, text))
        self.numbers = np.array(sheet.numbers.values or [0], np.int64)
        self.packers = [Packer(sheet.store.program, packing) for packing in sheet.packings]

    def ground(self, pool: ThreadPoolExecutor, threads: int) -> Ground:
        packed = {each.stored: each.packed(pool, threads) for each in self.packers}
        return Ground(self.sheet.store, packed, threads)

    def run(self, ground: Ground, pool: ThreadPoolExecutor, out: Array) -> None:
        """Send the code over all of the ground."""

        def piece(i: int, scratch: Array) -> None:
            ground.run(i, self.code, self.numbers, scratch, out)

        ground.work(pool, self.sheet.scratch, piece)


class Packer:
    """Truths about what rows belong to, worked out there and packed, once for each."""

    def __init__(self, program: Program, packing: Packing) -> None:
        self.stored, self.kind = packing.stored, np.dtype(f"u{packing.bits // 8}")
        sheet = Sheet(program, packing.truths, packing.via)
        module = Module()
        place = sheet.numbers.place(*map(sheet.slot, packing.truths))
        ending = endings.packing(module, len(packing.truths), place, packing.bits)
        self.bits = Bits(sheet, ending, module)
        self.nobody = _of_nobody(program, packing)

    def packed(self, pool: ThreadPoolExecutor, threads: int) -> Array:
        """A number for each row there; that of nobody stands first."""
        ground = self.bits.ground(pool, threads)
        packed = np.empty(1 + ground.padded, self.kind)
        packed[0] = self.nobody
        out = np.array([packed[1:].ctypes.data], np.uint64)
        self.bits.run(ground, pool, out)
        return packed


def _of_nobody(program: Program, packing: Packing) -> int:
    """The bits of rows that belong to nothing of that kind."""
    nobody = Frame("", 1, {}, {packing.via: np.array([NOBODY], np.int32)})
    told = evaluated(packing.truths, program.town, nobody, {})
    return sum(1 << i for i, truth in enumerate(told) if truth[0])
