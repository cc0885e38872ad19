"""Truths over one frame, and what has to be worked out so that they come to be bits.

Each comparison is made in the column's own width and at once becomes a bit a row, so that all
logic is done on 64 rows with one instruction, or 256.  What depends on another kind of row alone
is worked out there, packed, and fetched with one read a row.  Whatever else is wanted of the
truths is done afterwards, from the bits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.outcome import BITS
from gongtu.engines.entitlement.city.program import Program
from gongtu.engines.entitlement.city.vector.assembly import Numbers
from gongtu.engines.entitlement.city.vector.stored import BYTE, CHUNK, Store, Stored, What

WORDS = CHUNK // BITS
SIZE = CHUNK // BYTE  # bytes that the bits of one truth take
LINE = 64  # bytes of a cache line
SLOT = SIZE + LINE  # from one to the next: a line apart, or all would share a few lines
SIZES = 2, 1  # comparisons in one pass: with more there are more kinds of passes to compile
Told = tuple[p.Truth, bool]  # a truth that is worked out, and whether its opposite is meant


@dataclass(frozen=True, slots=True)
class Pass:
    """Truths that read the same arrays, made in one pass over them; slots from `slot` on."""

    reads: tuple[Stored, ...]
    truths: tuple[p.Truth, ...]
    slot: int


@dataclass(frozen=True, slots=True)
class Packing:
    """Truths about what rows belong to, as the bits of one number; slots from `slot` on."""

    via: str
    truths: tuple[p.Truth, ...]
    stored: Stored
    slot: int

    @property
    def planes(self) -> int:
        return -(-len(self.truths) // BYTE)

    @property
    def bits(self) -> int:
        """Of the number: 8, 16, 32 or 64."""
        return BYTE << (self.planes - 1).bit_length()


class Sheet:
    """The truths `roots` over the rows of a program, or of the kind `home` they belong to.

    A truth's bits lie in a slot of the scratch: first those of comparisons and columns, then
    what was packed elsewhere, then the roots that are made of others.
    """

    def __init__(self, program: Program, roots: Iterable[p.Truth], home: str = "") -> None:
        self.store = Store(program, home)
        self.numbers = Numbers()
        self.roots = tuple(dict.fromkeys(roots))
        self.told: dict[p.Truth, Told] = {}
        self.upper: set[p.Plain] = set()  # logic that is done on bits
        self.slots: dict[p.Truth, int] = {}
        self.offsets: dict[Stored, int] = {}  # in the scratch, of what comes from elsewhere
        self._taken = 0
        here, elsewhere = self._split()
        self.passes = tuple(self._passes(here))
        self.packings = tuple(self._packings(elsewhere))
        for root in self.roots:
            if root not in self.slots:
                self.slots[root] = self._take(1)
        self._lay_out()

    def slot(self, truth: p.Truth) -> int:
        """In bytes from the beginning of the scratch."""
        return self.slots[truth] * SLOT

    def room(self, size: int) -> int:
        """So many bytes more of the scratch, for what is worked out from the slots: where."""
        self.scratch += -(-size // LINE) * LINE
        return self.scratch - -(-size // LINE) * LINE

    def _take(self, count: int) -> int:
        self._taken += count
        return self._taken - count

    def _split(self) -> tuple[list[p.Truth], dict[str, list[p.Truth]]]:
        """Truths that are worked out from columns here, and by kind those elsewhere."""
        here: dict[p.Truth, None] = {}
        elsewhere: dict[str, dict[p.Truth, None]] = {}
        reach = self._reach()
        stack: list[p.Plain] = list(reversed(self.roots))
        while stack:
            node = stack.pop()
            if node in self.upper or node in self.told or not isinstance(node, p.Truth):
                continue
            via = reach[node]
            if len(via) == 1 and "" not in via:
                kept = elsewhere.setdefault(next(iter(via)), {})
                self.told[node] = told = _either_way(node, kept)
                kept[told[0]] = None
            elif isinstance(node, p.Not | p.Both | p.Either | p.Always):
                self.upper.add(node)
                stack.extend(reversed(node.parts))
            else:
                self.told[node] = told = self._upright(node)
                here |= {} if isinstance(told[0], p.Always) else {told[0]: None}
        return list(here), {via: list(kept) for via, kept in elsewhere.items()}

    def _reach(self) -> dict[p.Plain, frozenset[str]]:
        """The kinds of rows that each node reads; "" stands for the row itself."""
        nothing: frozenset[str] = frozenset()
        reach: dict[p.Plain, frozenset[str]] = {}
        for node in p.in_order(self.roots):
            match node:
                case p.Of(_, via) | p.Yes(_, via) | p.Known(_, via) | p.Belongs(via):
                    reach[node] = frozenset([self.store.own(via)])
                case _:
                    reach[node] = nothing.union(*(reach[part] for part in node.parts))
        return reach

    def _upright(self, node: p.Truth) -> Told:
        """Of a comparison and its opposite, or its neighbour, only one is worked out."""
        match node:
            case p.Compare(">" | "<=" as sign, left, p.Whole(value)) if value < left.high:
                return p.Compare(">=", left, p.Whole(value + 1)), sign == "<="
            case p.Compare("<" | ">" | "!=" as sign, left, right):
                return p.Compare(p.OPPOSITE[sign], left, right), True
            case p.Known(key, via) if self.store.known(key, via) is None:
                return p.TRUE, False
            case p.Belongs():
                return p.TRUE, False
        return node, False

    def _passes(self, truths: list[p.Truth]) -> Iterator[Pass]:
        """What reads the same arrays goes together, by sign and in a few sizes.

        So most passes differ in columns and thresholds alone: they are one code, compiled once.
        """
        together: dict[tuple[Any, ...], list[p.Truth]] = {}
        for truth in truths:
            reads = tuple(dict.fromkeys(self.store.leaves(truth)))
            kind = getattr(truth, "sign", "") if _is_plain(truth) else None
            together.setdefault((reads, kind), []).append(truth)
        for (reads, kind), alike in together.items():
            for part in _parts(alike, SIZES if kind is not None else (len(alike),)):
                yield Pass(reads, part, self._slots(part, len(part)))

    def _packings(self, elsewhere: dict[str, list[p.Truth]]) -> Iterator[Packing]:
        for via, truths in elsewhere.items():
            for start in range(0, len(truths), BITS):
                part = tuple(truths[start : start + BITS])
                stored = Stored(What.PACKED, str(start), via)
                planes = -(-len(part) // BYTE)
                yield Packing(via, part, stored, self._slots(part, planes * BYTE))

    def _slots(self, truths: tuple[p.Truth, ...], count: int) -> int:
        """So many new slots, the first of them for these truths."""
        slot = self._take(count)
        self.slots |= {truth: slot + i for i, truth in enumerate(truths)}
        return slot

    def _lay_out(self) -> None:
        """The rest of the scratch: bytes of packings, and columns fetched from elsewhere."""
        self.scratch = self._taken * SLOT
        for packing in self.packings:
            self.offsets[packing.stored] = self.scratch
            self.scratch += packing.planes * CHUNK
        for one in self.passes:
            for stored in one.reads:
                if not stored.is_own and stored not in self.offsets:
                    self.offsets[stored] = self.scratch
                    self.scratch += self.store.bits(stored) // BYTE * CHUNK


def _is_plain(truth: p.Truth) -> bool:
    """It has no number that must be worked out first."""
    return not any(number.parts for number in truth.parts)


def _parts(truths: list[p.Truth], sizes: tuple[int, ...]) -> Iterator[tuple[p.Truth, ...]]:
    """In parts of these sizes, the largest first.

    >>> [len(part) for part in _parts([p.TRUE] * 7, (4, 2, 1))]
    [4, 2, 1]
    """
    start = 0
    while start < len(truths):
        size = next(size for size in sizes if size <= len(truths) - start)
        yield tuple(truths[start : start + size])
        start += size


def _either_way(node: p.Truth, kept: dict[p.Truth, None]) -> Told:
    """The opposite, where that is among those kept."""
    opposite = p.negation(node)
    return (opposite, True) if opposite in kept and node not in kept else (node, False)
