"""The first phase of a run: a bitmap for each rule, and how near the others are."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.outcome import BITS, Found, Near
from gongtu.engines.entitlement.city.program import Program, Rule
from gongtu.engines.entitlement.city.vector import judging
from gongtu.engines.entitlement.city.vector.assembly import Module
from gongtu.engines.entitlement.city.vector.bits import Bits
from gongtu.engines.entitlement.city.vector.ground import Ground
from gongtu.engines.entitlement.city.vector.judging import Asked
from gongtu.engines.entitlement.city.vector.sheets import Sheet

Array = NDArray[Any]


class Judging:
    """The code that judges the rules of a program, made once."""

    def __init__(self, program: Program) -> None:
        self.rules = program.rules
        roots = [truth for rule in self.rules for truth in _roots(rule)]
        sheet, module = Sheet(program, roots), Module()
        self.asked: list[Asked] = []
        for rule in self.rules:
            self.asked.append(_asked(rule, sheet, self.counts))
        listed = [(sheet.numbers.place(*asked.list), asked) for asked in self.asked]
        judge = judging.judging(module, listed)
        self.bits = Bits(sheet, judge, module, judging.COUNTING)

    @property
    def counts(self) -> int:
        """How many of them there are for all rules."""
        return sum(asked.counts for asked in self.asked)

    def run(self, ground: Ground, pool: ThreadPoolExecutor) -> Judged:
        judged, bits = Judged(self, ground), self.bits
        ground.work(pool, bits.code, bits.numbers, bits.sheet.scratch, judged.out)
        return judged


class Judged:
    """Bitmaps of three kinds, a line for each rule; counts by piece of the ground."""

    def __init__(self, judging: Judging, ground: Ground) -> None:
        self.judging, self.ground = judging, ground
        lines = len(judging.rules), ground.padded // BITS
        self.owed, self.unknown, self.near = (np.empty(lines, np.uint64) for _ in range(3))
        self._valid = [ground.valid(i) for i in range(len(ground.pieces))]
        self._counts = np.zeros((len(ground.pieces), judging.counts), np.int64)

    def out(self, piece: int) -> Array:
        """What the code is told, in the order of `judging.Out`."""
        arrays = (self._valid[piece], self.owed, self.unknown, self.near, self._counts[piece])
        stride = self.owed.shape[1]
        return np.array([*(each.ctypes.data for each in arrays), stride], np.uint64)

    @cached_property
    def many(self) -> Array:
        """How many are owed: by piece and rule."""
        places = [asked.count for asked in self.judging.asked]
        many: Array = self._counts[:, places]
        return many

    def found(self, amounts: list[Array | None]) -> dict[str, Found]:
        counts = self._counts.sum(axis=0)
        size = self.ground.size
        words = -(-size // BITS)
        nowhere = np.zeros(words, np.uint64)
        return {
            rule.key: Found(
                size,
                owed=self.owed[i, :words],
                unknown=self.unknown[i, :words] if asked.fails else nowhere,
                near=self.near[i, :words],
                nears=tuple(_nears(rule, asked, counts)),
                amounts=amounts[i],
            )
            for i, (rule, asked) in enumerate(
                zip(self.judging.rules, self.judging.asked, strict=True)
            )
        }


def _roots(rule: Rule) -> Iterator[p.Truth]:
    """The truths whose bits a rule is judged from."""
    yield from (verdict.holds for verdict in rule.verdicts)
    if not rule.verdicts:
        yield p.TRUE
    if not _is_certain(rule):
        yield from (verdict.fails for verdict in rule.verdicts)
        yield rule.amount_known
        yield p.FALSE


def _is_certain(rule: Rule) -> bool:
    """Each condition either holds or fails in every row, and the amount is known."""
    sure = all(verdict.fails is p.negation(verdict.holds) for verdict in rule.verdicts)
    return sure and rule.amount_known is p.TRUE


def _asked(rule: Rule, sheet: Sheet, count: int) -> Asked:
    """A rule without conditions is judged as one with a condition that always holds."""
    holds = tuple(sheet.slot(verdict.holds) for verdict in rule.verdicts)
    fails: tuple[int, ...] = ()
    known = 0
    if not _is_certain(rule):
        fails = tuple(sheet.slot(verdict.fails) for verdict in rule.verdicts)
        fails, known = fails or (sheet.slot(p.FALSE),), sheet.slot(rule.amount_known)
    return Asked(holds or (sheet.slot(p.TRUE),), fails, known, count)


def _nears(rule: Rule, asked: Asked, counts: Array) -> Iterator[Near]:
    many = len(asked.holds)
    for i, condition in enumerate(rule.conditions):
        place = asked.count + 1 + i
        missed = int(counts[place])
        failed = int(counts[place + many]) if asked.fails else missed
        yield Near(condition, failed, missed - failed)
