"""Rules judged from the bits of their conditions: owed, not known, near, and how many of each.

Along the conditions of a rule run two words: `one`, where all conditions so far hold, and `near`,
where all but one do.  So a row that misses one condition alone is found without counting.

There are two such functions, for rules that are certain of every row and for others.  How many
conditions a rule has and where their bits lie is told when they are called, so there is little
to compile.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import count

from gongtu.engines.entitlement.city.vector import endings
from gongtu.engines.entitlement.city.vector.assembly import Lanes, Lines, Module
from gongtu.engines.entitlement.city.vector.sheets import SIZE, WORDS
from gongtu.engines.entitlement.city.vector.stored import BYTE
from gongtu.engines.entitlement.city.vector.trees import FULL

LANES = Lanes(16)  # words judged together: four registers of AVX2 for each state
WHOLE = LANES.of(FULL)
OCTETS = Lanes(32)  # a register of AVX2
REGISTER = OCTETS.count * BYTE // 8  # bytes
BITS = Lanes(REGISTER * BYTE // FULL).of(FULL)
ADDED = min(16, SIZE // REGISTER)  # registers counted together, so that no byte overflows
ONES, NONE = "splat (i64 -1)", "zeroinitializer"
ARGUMENTS = (
    "ptr %scratch, ptr %out, ptr %room, i64 %first, ptr %slots, i64 %many, i64 %rule, i64 %count"
)
COUNTING = f"""
declare {OCTETS.of(BYTE)} @llvm.ctpop.v{OCTETS.count}i8({OCTETS.of(BYTE)})
declare i16 @llvm.vector.reduce.add.v{OCTETS.count}i16({OCTETS.of(16)})
"""


class Out(IntEnum):
    """What a run is given, in order: addresses, and how many words of a bitmap a rule has."""

    VALID, OWED, UNKNOWN, NEAR, COUNTS, STRIDE = range(6)


@dataclass(frozen=True, slots=True)
class Asked:
    """One rule: the slots of its conditions, and for one that can be unknown more of them.

    `fails` are the slots where conditions fail, `known` is where the amount is known.  Counts
    begin at `count`: those owed, then those near by condition, then those of them that fail.
    """

    holds: tuple[int, ...]
    fails: tuple[int, ...]
    known: int
    count: int

    @property
    def counts(self) -> int:
        return 1 + len(self.holds) + len(self.fails)

    @property
    def list(self) -> tuple[int, ...]:
        return (*self.holds, *self.fails, self.known) if self.fails else self.holds


def judging(module: Module, rules: list[tuple[int, Asked]], room: int) -> str:
    """Every rule over the slots of one chunk; with each the place of its list of slots.

    `room` is where in the scratch the bits of one truth have room.
    """
    lines = Lines()
    here = lines.value(f"getelementptr i8, ptr %scratch, i64 {room}")
    first = lines.value(f"mul i64 %chunk, {WORDS}")
    kinds = {bool(asked.fails) for _, asked in rules}
    names = {kind: _judge(module, can_be_unknown=kind) for kind in sorted(kinds)}
    for i, (place, asked) in enumerate(rules):
        slots = lines.value(f"getelementptr i64, ptr %numbers, i64 {place}")
        name, many = names[bool(asked.fails)], len(asked.holds)
        lines.put(
            f"call void {name}(ptr %scratch, ptr %out, ptr {here}, i64 {first}, ptr {slots}, "
            f"i64 {many}, i64 {i}, i64 {asked.count})"
        )
    return module.add(endings.ARGUMENTS, lines)


def _judge(module: Module, *, can_be_unknown: bool) -> str:
    lines = Lines()
    with lines.loop(0, WORDS, LANES.count) as word:
        valid = _loaded(lines, _out(lines, Out.VALID), word)
        owed, near, *failed = _over_conditions(lines, valid, word, can_be_unknown=can_be_unknown)
        if can_be_unknown:
            known = _slot(lines, lines.ahead("mul i64 %many, 2"), word)
            owed = _both(lines, owed, known)
            told = _either(lines, owed, failed[0])
            _stream(lines, Out.UNKNOWN, _both(lines, _not(lines, told), valid), word)
        _keep(lines, _bitmap(lines, Out.OWED), owed, word)
        _keep(lines, "%room", near, word)
        _stream(lines, Out.NEAR, near, word)
    _count(lines, _counting(module, 0), "%count", _bitmap(lines, Out.OWED))
    _count_nears(module, lines, can_be_unknown=can_be_unknown)
    return module.add(ARGUMENTS, lines)


def _over_conditions(
    lines: Lines, valid: str, word: str, *, can_be_unknown: bool
) -> tuple[str, ...]:
    """Where all hold, where all but one do, and where any fails."""
    first = ((WHOLE, valid), (WHOLE, NONE), (WHOLE, NONE))[: 2 + can_be_unknown]
    with lines.fold(0, "%many", 1, *first) as turn:
        one, near, *failed = turn.carried
        holds = _slot(lines, turn.index, word)
        missed = _both(lines, one, _not(lines, holds))
        near = _either(lines, _both(lines, near, holds), missed)
        turn.handed = (_both(lines, one, holds), near)
        if can_be_unknown:
            fails = _slot(lines, _after(lines, turn.index), word)
            turn.handed += (_either(lines, failed[0], fails),)
    return turn.handed


def _count_nears(module: Module, lines: Lines, *, can_be_unknown: bool) -> None:
    """By the one condition that a row misses: all of them, and those where it fails."""
    counts = lines.value("add i64 %count, 1")
    with lines.loop(0, "%many") as condition:
        missed = "%room", _place(lines, condition)
        place = lines.value(f"add i64 {counts}, {condition}")
        _count(lines, _counting(module, 1), place, *missed)
        if can_be_unknown:
            fails = _place(lines, _after(lines, condition))
            _count(lines, _counting(module, 2), _after(lines, place), *missed, fails)


def _count(lines: Lines, name: str, place: str, *bits: str) -> None:
    """Adds how many rows there are to a count."""
    told = ", ".join(f"ptr {each}" for each in bits)
    many = lines.value(f"call i64 {name}({told})")
    at = lines.value(f"getelementptr i64, ptr {_out(lines, Out.COUNTS)}, i64 {place}")
    before = lines.value(f"load i64, ptr {at}")
    lines.put(f"store i64 {lines.value(f'add i64 {before}, {many}')}, ptr {at}")


def _counting(module: Module, others: int) -> str:
    """Counts the rows of a chunk: those near that miss a condition, and of them those it fails."""
    lines = Lines()
    wide, many = OCTETS.of(16), NONE
    for start in range(0, SIZE, ADDED * REGISTER):
        sums = _sums(lines, others, range(start, start + ADDED * REGISTER, REGISTER))
        many = lines.value(f"add {wide} {many}, {_bits_of(lines, sums)}")
    whole = lines.value(f"call i16 @llvm.vector.reduce.add.v{OCTETS.count}i16({wide} {many})")
    counted = lines.value(f"zext i16 {whole} to i64")
    arguments = ("ptr %near", "ptr %holds", "ptr %fails")[: 1 + others]
    return module.add(", ".join(arguments), lines, ("i64", counted))


def _sums(lines: Lines, others: int, places: range) -> list[str]:
    """The bits of some registers added up place by place: their ones, their twos, and so on.

    So only few registers are left whose bits must be counted (Harley and Seal's method).
    """
    waiting: list[list[str]] = [[]]
    for byte in places:
        waiting[0].append(_missed(lines, byte, others))
        _carry(lines, waiting, most=2)
    _carry(lines, waiting, most=1)
    return [one for (one,) in waiting]


def _carry(lines: Lines, waiting: list[list[str]], most: int) -> None:
    """Add up those of a weight that are more than `most`, from the lightest on."""
    for weight in count():
        if weight == len(waiting):
            return
        while len(waiting[weight]) > most:
            one, other, *third = waiting[weight][:3]
            some = lines.value(f"xor {BITS} {one}, {other}")
            both = lines.value(f"and {BITS} {one}, {other}")
            if third:
                with_third = lines.value(f"and {BITS} {some}, {third[0]}")
                both = lines.value(f"or {BITS} {both}, {with_third}")
                some = lines.value(f"xor {BITS} {some}, {third[0]}")
            waiting[weight][:3] = [some]
            if weight + 1 == len(waiting):
                waiting.append([])
            waiting[weight + 1].append(both)


def _bits_of(lines: Lines, sums: list[str]) -> str:
    """How many bits all registers had in each byte."""
    octets, many = OCTETS.of(BYTE), NONE
    for one in reversed(sums):
        told = lines.value(f"bitcast {BITS} {one} to {octets}")
        each = lines.value(f"call {octets} @llvm.ctpop.v{OCTETS.count}i8({octets} {told})")
        twice = lines.value(f"add {octets} {many}, {many}")
        many = lines.value(f"add {octets} {twice}, {each}")
    return lines.value(f"zext {octets} {many} to {OCTETS.of(16)}")


def _missed(lines: Lines, byte: int, others: int) -> str:
    """Some rows that are near, miss the condition if it is asked for, and of which it fails."""
    bits = _register(lines, "%near", byte)
    if others > 0:
        missed = f"xor {BITS} {_register(lines, '%holds', byte)}, {ONES}"
        bits = lines.value(f"and {BITS} {bits}, {lines.value(missed)}")
    if others > 1:
        bits = lines.value(f"and {BITS} {bits}, {_register(lines, '%fails', byte)}")
    return bits


def _register(lines: Lines, bits: str, byte: int) -> str:
    at = lines.value(f"getelementptr i8, ptr {bits}, i64 {byte}")
    return lines.value(f"load {BITS}, ptr {at}, align 8")


def _keep(lines: Lines, words: str, bits: str, word: str) -> None:
    at = lines.value(f"getelementptr i64, ptr {words}, i64 {word}")
    lines.put(f"store {WHOLE} {bits}, ptr {at}, align 8")


def _stream(lines: Lines, out: Out, bits: str, word: str) -> None:
    """Past the caches, which nobody reads it from: memory need not be read before."""
    at = lines.value(f"getelementptr i64, ptr {_bitmap(lines, out)}, i64 {word}")
    lines.put(f"store {WHOLE} {bits}, ptr {at}, align {REGISTER}, !nontemporal !0")


def _bitmap(lines: Lines, out: Out) -> str:
    """Where the bits of this chunk stand in a bitmap of this rule."""
    stride = lines.ahead(f"getelementptr i64, ptr %out, i64 {Out.STRIDE.value}")
    start = lines.ahead(f"mul i64 %rule, {lines.ahead(f'load i64, ptr {stride}')}")
    start = lines.ahead(f"add i64 {start}, %first")
    return lines.ahead(f"getelementptr i64, ptr {_out(lines, out)}, i64 {start}")


def _slot(lines: Lines, place: str, word: str) -> str:
    """The bits of the slot that stands at a place of the list."""
    return _loaded(lines, _place(lines, place), word)


def _place(lines: Lines, place: str) -> str:
    at = lines.value(f"getelementptr i64, ptr %slots, i64 {place}")
    offset = lines.value(f"load i64, ptr {at}")
    return lines.value(f"getelementptr i8, ptr %scratch, i64 {offset}")


def _loaded(lines: Lines, words: str, word: str) -> str:
    at = lines.value(f"getelementptr i64, ptr {words}, i64 {word}")
    return lines.value(f"load {WHOLE}, ptr {at}, align 8")


def _out(lines: Lines, out: Out) -> str:
    at = lines.ahead(f"getelementptr ptr, ptr %out, i64 {out.value}")
    return lines.ahead(f"load ptr, ptr {at}")


def _after(lines: Lines, place: str) -> str:
    return lines.value(f"add i64 {place}, %many")


def _both(lines: Lines, one: str, other: str) -> str:
    return lines.value(f"and {WHOLE} {one}, {other}")


def _either(lines: Lines, one: str, other: str) -> str:
    return lines.value(f"or {WHOLE} {one}, {other}")


def _not(lines: Lines, bits: str) -> str:
    return lines.value(f"xor {WHOLE} {bits}, {ONES}")
