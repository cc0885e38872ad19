"""The code of a run, and its first phase: a bitmap for each rule, and how near the others are."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.outcome import BITS, Amounts, Found, Near
from gongtu.engines.entitlement.city.program import Program, Rule
from gongtu.engines.entitlement.city.vector import amounts, judging
from gongtu.engines.entitlement.city.vector.amounts import BEFORE, LISTING, Told
from gongtu.engines.entitlement.city.vector.assembly import Module
from gongtu.engines.entitlement.city.vector.bits import Bits
from gongtu.engines.entitlement.city.vector.endings import Ending, in_turn
from gongtu.engines.entitlement.city.vector.ground import Ground
from gongtu.engines.entitlement.city.vector.judging import Asked, Out
from gongtu.engines.entitlement.city.vector.listing import listed as listed_rows
from gongtu.engines.entitlement.city.vector.rooms import addresses, results
from gongtu.engines.entitlement.city.vector.sheets import SIZE, WORDS, Sheet

Array = NDArray[Any]


class Judging:
    """The code that judges the rules of a program and works out amounts, made once."""

    def __init__(self, program: Program) -> None:
        self.rules = program.rules
        self.amounts = [rule.amount for rule in self.rules]
        self.varying = [
            i for i, amount in enumerate(self.amounts) if not isinstance(amount, p.Whole | None)
        ]
        roots = [truth for rule in self.rules for truth in _roots(rule)]
        sheet, module = Sheet(program, roots), Module()
        self.asked: list[Asked] = []
        for rule in self.rules:
            self.asked.append(_asked(rule, sheet, self.counts))
        listed = [(sheet.numbers.place(*asked.list), asked) for asked in self.asked]
        judge = judging.judging(module, listed, sheet.room(SIZE))
        trees = [amount for i in self.varying if (amount := self.amounts[i]) is not None]
        pay = amounts.paying(module, sheet.store, sheet.numbers, trees, sheet.room(LISTING))
        ending = Ending(in_turn(module, judge, pay.name), pay.has_room)
        self.bits = Bits(sheet, ending, module, judging.COUNTING, listed_rows(WORDS))
        self._last: Array = np.zeros((0, len(self.varying)), np.int64)

    def expected(self, piece: int, pieces: int) -> Array:
        """How many amounts each rule had in a piece of the last run, if that had as many."""
        last = self._last
        return last[piece] if len(last) == pieces else np.zeros(len(self.varying), np.int64)

    def remember(self, many: list[list[int]]) -> None:
        """How many amounts each rule had, by piece."""
        self._last = np.array(many, np.int64).reshape(len(many), len(self.varying))

    @property
    def counts(self) -> int:
        """How many of them there are for all rules."""
        return sum(asked.counts for asked in self.asked)


class Judged:
    """Bitmaps of three kinds, a line for each rule; counts by piece of the ground."""

    def __init__(self, judging: Judging, ground: Ground) -> None:
        self.judging, self.ground = judging, ground
        lines = len(judging.rules), ground.padded // BITS
        self.owed, self.unknown, self.near = results.take(3 * prod(lines)).reshape(3, *lines)
        self._counts = np.zeros((len(ground.pieces), judging.counts), np.int64)
        self._places = [asked.count for asked in judging.asked]
        self.out = self._told()

    def _told(self) -> Array:
        """What the code is told of each piece: in the order of `judging.Out`, then of amounts."""
        varying = self.judging.varying
        told = np.zeros((len(self.ground.pieces), BEFORE + len(varying) * len(Told)), np.uint64)
        told[:, Out.VALID] = self.ground.valid
        for out, array in (
            (Out.OWED, self.owed),
            (Out.UNKNOWN, self.unknown),
            (Out.NEAR, self.near),
        ):
            told[:, out] = array.ctypes.data
        told[:, Out.COUNTS] = addresses(self._counts)
        told[:, Out.STRIDE] = self.owed.shape[1]
        told[:, BEFORE + Told.OWED :: len(Told)] = addresses(self.owed)[varying]
        return told

    def owed_in_all(self, rule: int) -> int:
        return int(self._counts[:, self._places[rule]].sum())

    def found(self, paid: list[list[Amounts] | None]) -> dict[str, Found]:
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
                paid=paid[i],
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
