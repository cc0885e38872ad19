"""A plain tree as LLVM assembly, for many rows side by side or for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.vector.assembly import Lanes, Lines, Numbers

SHORT, HALF, FULL = 16, 32, 64  # the widths that numbers are worked out in
SHORT_LIST = 16  # in vectors, a list up to here is picked from place by place
SUMS: dict[type[p.Plain], str] = {p.Sum: "add", p.Difference: "sub", p.Product: "mul"}
SIGNS = {"<=": "le", "<": "lt", ">=": "ge", ">": "gt"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A value as a column holds it: narrow ones have no sign."""

    name: str
    bits: int

    @property
    def signed(self) -> bool:
        return self.bits >= HALF  # as columns are

    def holds(self, number: p.Number) -> bool:
        """Whether all the values of a number fit in here."""
        limit = 1 << (self.bits - 1 if self.signed else self.bits)
        return (-limit if self.signed else 0) <= number.low and number.high < limit


class Leaves(Protocol):
    """Where the facts of the rows at hand come from."""

    def values(self, key: str, via: str) -> Loaded: ...

    def known(self, key: str, via: str) -> str: ...

    def belongs(self, via: str) -> str: ...


def width(lanes: Lanes, *numbers: p.Number) -> int:
    """The fewest bits in which all these fit; 64 suffice, which `plain` sees to."""
    for bits in (SHORT, HALF):
        limit = 1 << (bits - 1)
        if all(-limit <= number.low and number.high < limit for number in numbers):
            return HALF if lanes.count == 1 else bits  # alone, short numbers are no quicker
    return FULL


def width_of(lanes: Lanes, node: p.Number) -> int:
    """In how many bits a node is worked out: what goes in and what comes out fit there.

    This is the one place that decides on it, so nothing can overflow on the way.
    """
    meeting = [part for part in node.parts if isinstance(part, p.Number)]
    if isinstance(node, p.Quotient):
        meeting.append(p.Whole(node.by))
    return width(lanes, node, *meeting)


class Tree:
    """Writes trees over one set of rows; equal parts are written once."""

    def __init__(self, lines: Lines, lanes: Lanes, leaves: Leaves, numbers: Numbers) -> None:
        self.lines, self.lanes, self.leaves, self.numbers = lines, lanes, leaves, numbers
        self._numbers: dict[tuple[p.Number, int], str] = {}
        self._truths: dict[p.Truth, str] = {}

    def truth(self, node: p.Truth) -> str:
        """The name of a truth, one bit a lane."""
        if node not in self._truths:
            self._truths[node] = self._truth(node)
        return self._truths[node]

    def number(self, node: p.Number, bits: int) -> str:
        """The name of a number, in so many bits."""
        if (node, bits) not in self._numbers:
            self._numbers[node, bits] = self._number(node, bits)
        return self._numbers[node, bits]

    def constant(self, value: int, bits: int) -> str:
        """A number written down, read from memory."""
        place = self.numbers.place(value)
        at = self.lines.ahead(f"getelementptr i64, ptr %numbers, i64 {place}")
        return self.lanes.spread(self.lines, self.lines.ahead(f"load i{bits}, ptr {at}"), bits)

    def _truth(self, node: p.Truth) -> str:
        one = self.lanes.of(1)
        match node:
            case p.Always(value):
                return self.lanes.written(int(value), 1)
            case p.Not(part):
                return self._value(f"xor {one} {self.truth(part)}, {self.lanes.written(1, 1)}")
            case p.Both(left, right):
                return self._value(f"and {one} {self.truth(left)}, {self.truth(right)}")
            case p.Either(left, right):
                return self._value(f"or {one} {self.truth(left)}, {self.truth(right)}")
            case p.Compare(sign, left, right):
                return self._compared(sign, left, right)
            case p.OneOf(part, options):
                return self._one_of(part, options)
        return self._told(node)

    def _told(self, node: p.Truth) -> str:
        match node:
            case p.Yes(key, via):
                held = self.leaves.values(key, via)
                whole = self.lanes.of(held.bits)
                return self._value(f"icmp ne {whole} {held.name}, {self._zero}")
            case p.Known(key, via):
                return self.leaves.known(key, via)
            case p.Belongs(via):
                return self.leaves.belongs(via)
        raise Broken(f"Vector code has no form for {node!r}.")

    def _compared(self, sign: str, left: p.Number, right: p.Number) -> str:
        one, other, bits, signed = self._alike(left, right)
        word = {"==": "eq", "!=": "ne"}.get(sign) or ("s" if signed else "u") + SIGNS[sign]
        return self._value(f"icmp {word} {self.lanes.of(bits)} {one}, {other}")

    def _alike(self, left: p.Number, right: p.Number) -> tuple[str, str, int, bool]:
        """Both sides in one width: the column's own where the other side fits in it."""
        if isinstance(left, p.Of):
            held = self.leaves.values(left.key, left.via)
            if isinstance(right, p.Whole) and held.holds(right):
                return held.name, self.constant(right.value, held.bits), held.bits, held.signed
            if isinstance(right, p.Of):
                other = self.leaves.values(right.key, right.via)
                if other.bits == held.bits:
                    return held.name, other.name, held.bits, held.signed
        bits = width(self.lanes, left, right)
        return self.number(left, bits), self.number(right, bits), bits, True

    def _one_of(self, part: p.Number, options: tuple[int, ...]) -> str:
        found = self.lanes.written(0, 1)
        for option in options:
            same = self._compared("==", part, p.Whole(option))
            found = self._value(f"or {self.lanes.of(1)} {found}, {same}")
        return found

    def _number(self, node: p.Number, bits: int) -> str:
        match node:
            case p.Whole(value):
                return self.constant(value, bits)
            case p.Of(key, via):
                held = self.leaves.values(key, via)
                return self._resized(held.name, held.bits, bits, signed=held.signed)
            case p.Lookup(place, values):
                return self._looked_up(place, values, bits)
        own = width_of(self.lanes, node)
        return self._resized(self._worked_out(node, own), own, bits, signed=True)

    def _worked_out(self, node: p.Number, bits: int) -> str:
        whole = self.lanes.of(bits)
        match node:
            case p.Sum(left, right) | p.Difference(left, right) | p.Product(left, right):
                one, other = self.number(left, bits), self.number(right, bits)
                return self._value(f"{SUMS[type(node)]} {whole} {one}, {other}")
            case p.Quotient(part, by):
                divisor = self.lanes.written(by, bits)
                return self._value(f"udiv {whole} {self.number(part, bits)}, {divisor}")
            case p.Least(left, right) | p.Greatest(left, right):
                one, other = self.number(left, bits), self.number(right, bits)
                sign = "slt" if isinstance(node, p.Least) else "sgt"
                test = self._value(f"icmp {sign} {whole} {one}, {other}")
                return self._selected(test, one, other, bits)
            case p.Pick(test, yes, no):
                parts = self.number(yes, bits), self.number(no, bits)
                return self._selected(self.truth(test), *parts, bits)
        raise Broken(f"Vector code has no form for {node!r}.")

    def _looked_up(self, place: p.Number, values: tuple[int, ...], bits: int) -> str:
        if self.lanes.count == 1 or len(values) > SHORT_LIST:
            return self._read(place, values, bits)
        found = self.constant(values[place.high], bits)
        for at in range(place.high - 1, place.low - 1, -1):
            here = self._compared("==", place, p.Whole(at))
            found = self._selected(here, self.constant(values[at], bits), found, bits)
        return found

    def _read(self, place: p.Number, values: tuple[int, ...], bits: int) -> str:
        """From a list in memory, lane by lane."""
        first = self.numbers.place(*values)
        at = self.lines.ahead(f"getelementptr i64, ptr %numbers, i64 {first}")
        places, lanes = self.number(place, FULL), self.lanes
        if lanes.count == 1:
            one = self._value(f"getelementptr i64, ptr {at}, i64 {places}")
            return self._value(f"load i{bits}, ptr {one}")
        found = "poison"
        for lane in range(lanes.count):
            own = self._value(f"extractelement {lanes.of(FULL)} {places}, i64 {lane}")
            one = self._value(f"getelementptr i64, ptr {at}, i64 {own}")
            value = self._value(f"load i{bits}, ptr {one}")
            found = self._value(
                f"insertelement {lanes.of(bits)} {found}, i{bits} {value}, i64 {lane}"
            )
        return found

    def _selected(self, test: str, yes: str, no: str, bits: int) -> str:
        whole = self.lanes.of(bits)
        return self._value(f"select {self.lanes.of(1)} {test}, {whole} {yes}, {whole} {no}")

    def _resized(self, name: str, has: int, bits: int, *, signed: bool) -> str:
        if has == bits:
            return name
        word = "trunc" if has > bits else ("sext" if signed else "zext")
        return self._value(f"{word} {self.lanes.of(has)} {name} to {self.lanes.of(bits)}")

    @property
    def _zero(self) -> str:
        return "0" if self.lanes.count == 1 else "zeroinitializer"

    def _value(self, expression: str) -> str:
        return self.lines.value(expression)
