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

from gongtu.engines.entitlement.city.vector.assembly import Lanes, Lines, Module
from gongtu.engines.entitlement.city.vector.sheets import WORDS
from gongtu.engines.entitlement.city.vector.trees import FULL

LANES = Lanes(16)  # words judged together: four registers of AVX2 for each state
PARTS = Lanes(4)  # a count is kept in so many parts, added up at the end
WHOLE, PART = LANES.of(FULL), PARTS.of(FULL)
ONES, NONE = "splat (i64 -1)", "zeroinitializer"
ARGUMENTS = "ptr %scratch, ptr %out, i64 %first, ptr %slots, i64 %many, i64 %rule, i64 %count"
COUNTING = f"declare {WHOLE} @llvm.ctpop.v{LANES.count}i64({WHOLE})\n"


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


def judging(module: Module, rules: list[tuple[int, Asked]]) -> str:
    """Every rule over the slots of one chunk; with each the place of its list of slots."""
    lines = Lines()
    first = lines.value(f"mul i64 %chunk, {WORDS}")
    for i, (place, asked) in enumerate(rules):
        name = _judge(module, can_be_unknown=bool(asked.fails))
        slots = lines.value(f"getelementptr i64, ptr %numbers, i64 {place}")
        lines.put(
            f"call void {name}(ptr %scratch, ptr %out, i64 {first}, ptr {slots}, "
            f"i64 {len(asked.holds)}, i64 {i}, i64 {asked.count})"
        )
    return module.add("ptr %numbers, ptr %scratch, ptr %out, i64 %chunk", lines)


def _judge(module: Module, *, can_be_unknown: bool) -> str:
    lines = Lines()
    with lines.loop(0, WORDS, LANES.count) as word:
        valid = _loaded(lines, _out(lines, Out.VALID), word)
        first = ((WHOLE, valid), (WHOLE, NONE), (WHOLE, NONE))[: 2 + can_be_unknown]
        with lines.fold(0, "%many", 1, *first) as turn:
            one, near, *failed = turn.carried
            holds = _slot(lines, turn.index, word)
            turn.handed = (_both(lines, one, holds), _near(lines, one, near, holds))
            if can_be_unknown:
                fails = _slot(lines, _after(lines, turn.index), word)
                turn.handed += (_either(lines, failed[0], fails),)
        owed, near, *failed = turn.handed
        if can_be_unknown:
            owed = _both(lines, owed, _slot(lines, _known(lines), word))
            told = _either(lines, owed, failed[0])
            unknown = _both(lines, _not(lines, told), valid)
            _keep(lines, Out.UNKNOWN, unknown, word)
        _keep(lines, Out.OWED, owed, word)
        _keep(lines, Out.NEAR, near, word)
        _count(lines, owed, "%count")
        _count_nears(lines, near, word, can_be_unknown=can_be_unknown)
    return module.add(ARGUMENTS, lines)


def _count_nears(lines: Lines, near: str, word: str, *, can_be_unknown: bool) -> None:
    """By the one condition that a row misses: all of them, and those where it fails."""
    counts = lines.value("add i64 %count, 1")
    with lines.loop(0, "%many") as condition:
        missed = _both(lines, near, _not(lines, _slot(lines, condition, word)))
        place = lines.value(f"add i64 {counts}, {condition}")
        _count(lines, missed, place)
        if can_be_unknown:
            fails = _slot(lines, _after(lines, condition), word)
            _count(lines, _both(lines, missed, fails), _after(lines, place))


def _near(lines: Lines, one: str, near: str, holds: str) -> str:
    """All but one hold: so it was and this holds too, or this is the first that does not."""
    still = _both(lines, near, holds)
    return _either(lines, still, _both(lines, one, _not(lines, holds)))


def _count(lines: Lines, bits: str, place: str) -> None:
    sums = lines.value(f"call {WHOLE} @llvm.ctpop.v{LANES.count}i64({WHOLE} {bits})")
    lanes = LANES.count
    while lanes > PARTS.count:
        whole, lanes = Lanes(lanes).of(FULL), lanes // 2
        half = Lanes(lanes).of(FULL)
        low, high = (
            lines.value(
                f"shufflevector {whole} {sums}, {whole} poison, <{lanes} x i32> <"
                + ", ".join(f"i32 {lane}" for lane in range(start, start + lanes))
                + ">"
            )
            for start in (0, lanes)
        )
        sums = lines.value(f"add {half} {low}, {high}")
    at = lines.value(f"getelementptr {PART}, ptr {_out(lines, Out.COUNTS)}, i64 {place}")
    before = lines.value(f"load {PART}, ptr {at}, align 8")
    after = lines.value(f"add {PART} {before}, {sums}")
    lines.put(f"store {PART} {after}, ptr {at}, align 8")


def _keep(lines: Lines, out: Out, bits: str, word: str) -> None:
    """Into the bitmap of this rule."""
    stride = lines.ahead(f"getelementptr i64, ptr %out, i64 {Out.STRIDE.value}")
    start = lines.ahead(f"mul i64 %rule, {lines.ahead(f'load i64, ptr {stride}')}")
    start = lines.ahead(f"add i64 {start}, %first")
    bitmap = lines.ahead(f"getelementptr i64, ptr {_out(lines, out)}, i64 {start}")
    at = lines.value(f"getelementptr i64, ptr {bitmap}, i64 {word}")
    lines.put(f"store {WHOLE} {bits}, ptr {at}, align 8")


def _slot(lines: Lines, place: str, word: str) -> str:
    """The bits of the slot that stands at a place of the list."""
    at = lines.value(f"getelementptr i64, ptr %slots, i64 {place}")
    offset = lines.value(f"load i64, ptr {at}")
    return _loaded(lines, lines.value(f"getelementptr i8, ptr %scratch, i64 {offset}"), word)


def _loaded(lines: Lines, words: str, word: str) -> str:
    at = lines.value(f"getelementptr i64, ptr {words}, i64 {word}")
    return lines.value(f"load {WHOLE}, ptr {at}, align 8")


def _out(lines: Lines, out: Out) -> str:
    at = lines.ahead(f"getelementptr ptr, ptr %out, i64 {out.value}")
    return lines.ahead(f"load ptr, ptr {at}")


def _after(lines: Lines, place: str) -> str:
    return lines.value(f"add i64 {place}, %many")


def _known(lines: Lines) -> str:
    return lines.ahead("mul i64 %many, 2")


def _both(lines: Lines, one: str, other: str) -> str:
    return lines.value(f"and {WHOLE} {one}, {other}")


def _either(lines: Lines, one: str, other: str) -> str:
    return lines.value(f"or {WHOLE} {one}, {other}")


def _not(lines: Lines, bits: str) -> str:
    return lines.value(f"xor {WHOLE} {bits}, {ONES}")
