"""Amounts, of rows that are owed alone: their conditions are proven, so only the sum is left."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.vector import judging
from gongtu.engines.entitlement.city.vector.assembly import Lanes, Lines, Module, Numbers
from gongtu.engines.entitlement.city.vector.endings import ARGUMENTS, Ending
from gongtu.engines.entitlement.city.vector.sheets import WORDS
from gongtu.engines.entitlement.city.vector.stored import BYTE, CHUNK, Store, Stored, What
from gongtu.engines.entitlement.city.vector.trees import FULL, HALF, Loaded, Tree

ONE = Lanes(1)

SOON = 32  # rows ahead, whose facts are called near before they are read
LISTING = FULL // BYTE * (CHUNK + SOON)  # bytes that a list of rows takes at most

# The rows whose bits are set are listed, then amounts are put down one after another.
EACH_ROW = """
define internal ptr @NAME(ptr %columns, ptr %numbers, ptr %scratch, ptr %owed, i64 %row, ptr %to) {{
entry:
  {head}
  %end = call ptr @listed(ptr %owed, i64 %row, ptr %scratch)
  %none = icmp eq ptr %end, %scratch
  br i1 %none, label %done, label %rows
rows:
  %from = phi ptr [%scratch, %entry], [%from.next, %rows]
  %to.row = phi ptr [%to, %entry], [%to.next, %rows]
  %one = load i64, ptr %from
  %from.soon = getelementptr i64, ptr %from, i64 {soon}
  %soon = load i64, ptr %from.soon
  {body}
  store i64 {amount}, ptr %to.row
  %from.next = getelementptr i64, ptr %from, i64 1
  %to.next = getelementptr i64, ptr %to.row, i64 1
  %more = icmp ult ptr %from.next, %end
  br i1 %more, label %rows, label %done
done:
  %to.end = phi ptr [%to, %entry], [%to.next, %rows]
  ret ptr %to.end
}}
"""

# Whether every rule has room for the amounts of all rows of a chunk.
HAS_ROOM = """
define internal i1 @NAME(ptr %out) {{
entry:
  br label %rules
rules:
  %rule = phi i64 [0, %entry], [%rule.next, %next]
  %more = icmp ult i64 %rule, {many}
  br i1 %more, label %next, label %end
next:
  %place = mul i64 %rule, {line}
  %to.place = add i64 %place, {to}
  %to.at = getelementptr i64, ptr %out, i64 %to.place
  %to = load i64, ptr %to.at
  %end.place = add i64 %place, {end}
  %end.at = getelementptr i64, ptr %out, i64 %end.place
  %last = load i64, ptr %end.at
  %left = sub i64 %last, %to
  %enough = icmp uge i64 %left, {bytes}
  %rule.next = add i64 %rule, 1
  br i1 %enough, label %rules, label %end
end:
  %all = phi i1 [true, %rules], [false, %next]
  ret i1 %all
}}
"""


class Told(IntEnum):
    """What a run is told of each rule, in order, behind what it is told of judging.

    Where its bitmap of those owed begins, where the next amount goes, and where the room ends.
    """

    OWED, TO, END = range(3)


BEFORE = len(judging.Out)
ROOM = CHUNK  # amounts that a chunk may have


class OneRow:
    """The facts of the row `%one`."""

    def __init__(self, store: Store, lines: Lines) -> None:
        self.store, self.lines = store, lines
        self._loaded: dict[Stored, Loaded] = {}

    def values(self, key: str, via: str) -> Loaded:
        return self._load(self.store.values(key, via))

    def known(self, key: str, via: str) -> str:
        stored = self.store.known(key, via)
        if stored is None:
            return self.belongs(via)
        return self.lines.value(f"icmp ne i8 {self._load(stored).name}, 0")

    def belongs(self, via: str) -> str:
        if not via:
            return "true"
        owner = self._load(Stored(What.JOINED, "", via)).name
        return self.lines.value(f"icmp sge i{HALF} {owner}, 0")

    def _load(self, stored: Stored) -> Loaded:
        if stored not in self._loaded:
            self._loaded[stored] = self._of_owner(stored) if stored.via else self._own(stored)
        return self._loaded[stored]

    def _own(self, stored: Stored) -> Loaded:
        return self._read(stored, "%one")

    def _of_owner(self, stored: Stored) -> Loaded:
        """0 of nobody, in whose place the first row is read."""
        joined = Stored(What.JOINED, "", stored.via)
        owner = self._read(joined, "%one")
        if stored == joined:
            return owner
        value = self.lines.value
        nobody = value(f"icmp slt i{HALF} {owner.name}, 0")
        some = value(f"select i1 {nobody}, i{HALF} 0, i{HALF} {owner.name}")
        read = self._read(stored, value(f"zext i{HALF} {some} to i{FULL}"))
        kept = value(f"select i1 {nobody}, i{read.bits} 0, i{read.bits} {read.name}")
        return Loaded(kept, read.bits)

    def _read(self, stored: Stored, row: str) -> Loaded:
        bits = self.store.bits(stored)
        at = self.lines.ahead(f"getelementptr ptr, ptr %columns, i64 {self.store.place(stored)}")
        column = self.lines.ahead(f"load ptr, ptr {at}")
        if stored.is_own:
            soon = self.lines.value(f"getelementptr i{bits}, ptr {column}, i64 %soon")
            self.lines.call_near(soon)
        at = self.lines.value(f"getelementptr i{bits}, ptr {column}, i64 {row}")
        return Loaded(self.lines.value(f"load i{bits}, ptr {at}"), bits)


def paying(
    module: Module, store: Store, numbers: Numbers, amounts: Sequence[p.Number], room: int
) -> Ending:
    """The amounts of some rules for one chunk, once it is judged.

    `room` is where in the scratch a list of rows has room.
    """
    lines = Lines()
    chunk = lines.value(f"mul i64 %chunk, {WORDS}")
    row = lines.value(f"mul i64 %chunk, {CHUNK}")
    listing = lines.value(f"getelementptr i8, ptr %scratch, i64 {room}")
    for i, amount in enumerate(amounts):
        own = Numbers()
        name = _function(module, store, amount, own)
        place = numbers.place(*own.values) if own.values else 0
        told = lines.value(f"getelementptr i64, ptr %numbers, i64 {place}")
        owed = lines.value(f"load ptr, ptr {_at(lines, i, Told.OWED)}")
        owed = lines.value(f"getelementptr i64, ptr {owed}, i64 {chunk}")
        to = _at(lines, i, Told.TO)
        at = lines.value(f"load ptr, ptr {to}")
        arguments = f"ptr %columns, ptr {told}, ptr {listing}, ptr {owed}, i64 {row}, ptr {at}"
        lines.put(f"store ptr {lines.value(f'call ptr {name}({arguments})')}, ptr {to}")
    asked = HAS_ROOM.format(
        many=len(amounts), line=len(Told), to=BEFORE + Told.TO, end=BEFORE + Told.END,
        bytes=ROOM * FULL // BYTE,
    )  # fmt: skip
    return Ending(module.add(ARGUMENTS, lines), module.add_text(asked))


def _at(lines: Lines, rule: int, what: Told) -> str:
    return lines.value(f"getelementptr ptr, ptr %out, i64 {BEFORE + rule * len(Told) + what}")


def _function(module: Module, store: Store, amount: p.Number, numbers: Numbers) -> str:
    lines = Lines()
    name = Tree(lines, ONE, OneRow(store, lines), numbers).number(amount, FULL)
    head, body = lines.parts()
    return module.add_text(EACH_ROW.format(head=head, body=body, amount=name, soon=SOON))
