"""A program run as machine code: bitmaps and near-misses first, then amounts of what is owed."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.outcome import BITS, Outcome, Words
from gongtu.engines.entitlement.city.program import Program
from gongtu.engines.entitlement.city.vector import endings
from gongtu.engines.entitlement.city.vector.assembly import Module
from gongtu.engines.entitlement.city.vector.bits import Bits
from gongtu.engines.entitlement.city.vector.judged import Judged, Judging
from gongtu.engines.entitlement.city.vector.paying import Paid
from gongtu.engines.entitlement.city.vector.sheets import Sheet

Array = NDArray[Any]


def run(program: Program, threads: int = 2) -> Outcome:
    """Every rule over every row."""
    judging = _judging(program)
    with ThreadPoolExecutor(threads) as pool:
        ground = judging.bits.ground(pool, threads)
        judged = Judged(judging, ground)
        paid = Paid(judging, judged)
        ground.work(pool, judging.bits.sheet.scratch, paid.pay)
    found = judged.found(paid.of_rules())
    return Outcome(program.frame.kind, program.frame.size, found, program.left_out)


def bitmaps(program: Program, truths: Iterable[p.Truth], threads: int = 2) -> list[Words]:
    """Where each of some truths holds: to see the people behind a near-miss."""
    asked = tuple(truths)
    sheet, module = Sheet(program, asked), Module()
    bits = Bits(sheet, endings.keeping(module, [sheet.slot(truth) for truth in asked]), module)
    with ThreadPoolExecutor(threads) as pool:
        ground = bits.ground(pool, threads)
        words = np.empty((len(asked), ground.padded // BITS), np.uint64)
        out = np.array([line.ctypes.data for line in words], np.uint64)
        bits.run(ground, pool, out)
    return [_without_rest(line, program.frame.size) for line in words]


_judgings: WeakKeyDictionary[Program, Judging] = WeakKeyDictionary()


def _judging(program: Program) -> Judging:
    """What is worked out of a program before it runs; facts are not."""
    if program not in _judgings:
        _judgings[program] = Judging(program)
    return _judgings[program]


def _without_rest(words: Words, size: int) -> Words:
    """Only the rows that there are."""
    kept = words[: -(-size // BITS)]
    if size % BITS:
        kept[-1] &= np.uint64((1 << size % BITS) - 1)
    return kept
