"""What holds or fails, and the whole walk over a rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gongtu.engines.entitlement import expressions as e
from gongtu.engines.entitlement.city import arithmetic as a
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.calendar import turned
from gongtu.engines.entitlement.city.columns import day_number
from gongtu.engines.entitlement.city.lowering import dated, values
from gongtu.engines.entitlement.city.lowering.places import Places
from gongtu.engines.entitlement.city.lowering.shapes import (
    NO,
    YES,
    LeftOut,
    Size,
    Verdict,
    alike,
    chosen,
)
from gongtu.engines.entitlement.declare import Benefit
from gongtu.policy import Policy

BenefitOf = Callable[[str], Benefit]
GatheredAt = Callable[[e.Gathered[Any], Policy], str]  # makes the column; its key


class Lowering:
    """Lowers the rules of one frame under one policy, each node once."""

    def __init__(
        self, places: Places, policy: Policy, *, others: BenefitOf, gather: GatheredAt
    ) -> None:
        self.places, self.policy = places, policy
        self.others, self.gather = others, gather
        self.today = Size(p.Whole(day_number(places.town.on)))
        self._sizes: dict[e.Expr[Any], Size] = {}
        self._verdicts: dict[e.Expr[Any], Verdict] = {}

    @staticmethod
    def written(expr: e.Expr[Any]) -> int | None:
        """The number of an expression that is nothing but a value; else None."""
        return values.constant(expr.value).fixed if isinstance(expr, e.Constant) else None

    def verdict(self, expr: e.Expr[Any]) -> Verdict:
        """Where it holds and where it fails.

        Raises:
            LeftOut: It cannot run over a city; the message says why.
        """
        if expr not in self._verdicts:
            self._verdicts[expr] = self._judged(expr)
        return self._verdicts[expr]

    def size(self, expr: e.Expr[Any]) -> Size:
        """Its number, and where that is known."""
        if expr not in self._sizes:
            self._sizes[expr] = self._sized(expr)
        return self._sizes[expr]

    def _judged(self, expr: e.Expr[Any]) -> Verdict:  # noqa: C901, PLR0911 - a case a kind of node
        match expr:
            case e.Constant(value):
                return YES if value else NO
            case e.FactOf():
                return self.places.of(expr).verdict
            case e.Not(part):
                return ~self.verdict(part)
            case e.Binary(e.Op.AND, left, right):
                return self.verdict(left) & self.verdict(right)
            case e.Binary(e.Op.OR, left, right):
                return self.verdict(left) | self.verdict(right)
            case e.Binary(op, left, right):
                return self._compared(op, left, right)
            case e.Among(part, options):
                return self._among(part, options)
            case e.Choice(test, yes, no):
                return self._either(*map(self.verdict, (test, yes, no)))
        return self._related(expr)

    def _related(self, expr: e.Expr[Any]) -> Verdict:
        match expr:
            case e.Reaches():
                part, whole, rate = map(self.size, expr.parts)
                known = p.all_of(size.known for size in (part, whole, rate))
                return Verdict.known_where(known, values.rate_reached(part, whole, rate))
            case e.Elsewhere(benefit):
                return self._elsewhere(self.others(benefit))
            case e.Gathered():
                return self.places.at(self.gather(expr, self.policy), expr.label).verdict
            case e.Applied(function, arguments) if function.plain is not None:
                sizes = [self.size(argument) for argument in arguments]
                known = p.all_of(size.known for size in sizes)
                return Verdict.known_where(known, function.plain(*(s.number for s in sizes)))
        raise LeftOut(f"{type(expr).__name__} has no form that runs over a city")

    def _compared(self, op: e.Op, left: e.Expr[Any], right: e.Expr[Any]) -> Verdict:
        sign = {e.Op.IS: "==", e.Op.IS_NOT: "!="}.get(op, op.sign)
        if left.kind is bool:
            one, other = self.verdict(left), self.verdict(right)
            same = (one & other) | (~one & ~other)
            return same if sign == "==" else ~same
        return compared(sign, self.size(left), self.size(right))

    def _among(self, part: e.Expr[Any], options: tuple[e.Constant[Any], ...]) -> Verdict:
        size = self.size(part)
        told = [values.constant(option.value) for option in options]
        if values.is_coded(size):
            codes = [values.matched(size, option)[1] for option in told]
        else:
            codes = [option.number for option in told]
        numbers = tuple(code.value for code in codes if isinstance(code, p.Whole))
        return Verdict.known_where(size.known, a.one_of(size.number, numbers))

    def _either(self, test: Verdict, yes: Verdict, no: Verdict) -> Verdict:
        """By the test; by both together where the test is not known."""
        return (test & yes) | (~test & no) | (yes & no)

    def _elsewhere(self, benefit: Benefit) -> Verdict:
        there = Lowering(self.places, benefit.policy, others=self.others, gather=self.gather)
        whole = YES
        for condition in benefit.conditions:
            whole = whole & there.verdict(condition.holds)
        if benefit.amount is None:
            return whole
        return Verdict(p.both(whole.holds, there.size(benefit.amount).known), whole.fails)

    def _sized(self, expr: e.Expr[Any]) -> Size:  # noqa: C901, PLR0911 - a case a kind of node
        match expr:
            case e.Constant(value):
                return values.constant(value)
            case e.FactOf():
                return self.places.of(expr).size
            case e.Today():
                return self.today
            case e.Parameter():
                return self._parameter(expr)
            case e.Binary(op, left, right):
                return values.joined(op, self.size(left), self.size(right))
            case e.Shifted(day, count, span):
                return values.shifted(self.size(day), self.size(count), span)
            case e.Elapsed(since, until, span):
                return values.elapsed(self.size(since), self.size(until), span)
            case e.Choice(test, yes, no):
                return self._picked(self.verdict(test), self.size(yes), self.size(no))
            case e.Gathered():
                return self.places.at(self.gather(expr, self.policy), expr.label).size
            case e.Applied(function, arguments) if function.plain is not None:
                sizes = [self.size(argument) for argument in arguments]
                number = function.plain(*(size.number for size in sizes))
                return Size(number, p.all_of(size.known for size in sizes))
            case e.Applied(function):
                raise LeftOut(f"function {function.key!r} has no form that runs over a city")
        raise LeftOut(f"{type(expr).__name__} has no size that runs over a city")

    def _parameter(self, named: e.Parameter[Any]) -> Size:
        row: Size | str | None = None
        if isinstance(named.row, e.Constant):
            row = str(named.row.value)
        elif named.row is not None:
            row = self.size(named.row)
        return dated.parameter(self.policy[named.name], self.size(named.on), row)

    def _picked(self, test: Verdict, yes: Size, no: Size) -> Size:
        if values.is_coded(yes):
            every = tuple(dict.fromkeys((*(yes.categories or ()), *(no.categories or ()))))
            yes, no = values.recoded(yes, every), values.recoded(no, every)
        same = compared("==", yes, no).holds
        picked = chosen(((test.holds, yes), (p.TRUE, no)))
        known = p.any_of((p.both(test.holds, yes.known), p.both(test.fails, no.known), same))
        if test.is_certain and yes.known is no.known is p.TRUE:
            known = p.TRUE
        return Size(picked.number, known, picked.scale, picked.categories)


def compared(sign: str, one: Size, other: Size) -> Verdict:
    """One size against another, without a calendar where the days allow it."""
    if one.choices:
        return _by_choice(one.choices, lambda each: compared(sign, each, other))
    if other.choices:
        return _by_choice(other.choices, lambda each: compared(sign, one, each))
    known = p.both(one.known, other.known)
    if known is p.FALSE:
        return Verdict(p.FALSE, p.FALSE)
    if one.turned and other.fixed is not None:
        return Verdict.known_where(known, turned(sign, *one.turned, other.fixed))
    if other.turned and one.fixed is not None:
        mirrored = turned(p.MIRRORED[sign], *other.turned, one.fixed)
        return Verdict.known_where(known, mirrored)
    coded = values.is_coded(one) and values.is_coded(other)
    left, right = values.matched(one, other) if coded else alike(one, other)
    return Verdict.known_where(known, a.compare(sign, left, right))


def _by_choice(
    choices: tuple[tuple[p.Truth, Size], ...], compare: Callable[[Size], Verdict]
) -> Verdict:
    """The verdict of the first choice that is true."""
    whole = compare(choices[-1][1])
    for test, size in reversed(choices[:-1]):
        here, otherwise = compare(size), p.negation(test)
        whole = Verdict(
            p.either(p.both(test, here.holds), p.both(otherwise, whole.holds)),
            p.either(p.both(test, here.fails), p.both(otherwise, whole.fails)),
        )
    return whole
