"""Amounts, of rows that are owed alone: their conditions are proven, so only the sum is left."""

from __future__ import annotations

from collections.abc import Iterable

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.vector.assembly import Lanes, Lines, Module, Numbers
from gongtu.engines.entitlement.city.vector.listing import listed
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

ENTRY = """
declare void @llvm.prefetch.p0(ptr, i32, i32, i32)
define void @run(ptr %columns, ptr %numbers, ptr %scratch, ptr %out, i64 %first, i64 %last) {{
entry:
  br label %chunks
chunks:
  %chunk = phi i64 [%first, %entry], [%chunk.next, %chunks]
  call void {ending}(ptr %columns, ptr %numbers, ptr %scratch, ptr %out, i64 %chunk)
  %chunk.next = add i64 %chunk, 1
  %more = icmp ult i64 %chunk.next, %last
  br i1 %more, label %chunks, label %end
end:
  ret void
}}
"""


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


def amount_code(store: Store, numbers: Numbers, amounts: Iterable[p.Number]) -> str:
    """The amounts of some rules: of each, `out` has its bitmap and where its amounts go."""
    module, lines = Module(), Lines()
    chunk = lines.value(f"mul i64 %chunk, {WORDS}")
    row = lines.value(f"mul i64 %chunk, {CHUNK}")
    for i, amount in enumerate(amounts):
        own = Numbers()
        name = _function(module, store, amount, own)
        place = numbers.place(*own.values) if own.values else 0
        told = lines.value(f"getelementptr i64, ptr %numbers, i64 {place}")
        owed = lines.value(f"getelementptr ptr, ptr %out, i64 {2 * i}")
        owed = lines.value(f"load ptr, ptr {owed}")
        owed = lines.value(f"getelementptr i64, ptr {owed}, i64 {chunk}")
        to = lines.value(f"getelementptr ptr, ptr %out, i64 {2 * i + 1}")
        at = lines.value(f"load ptr, ptr {to}")
        arguments = f"ptr %columns, ptr {told}, ptr %scratch, ptr {owed}, i64 {row}, ptr {at}"
        lines.put(f"store ptr {lines.value(f'call ptr {name}({arguments})')}, ptr {to}")
    arguments = "ptr %columns, ptr %numbers, ptr %scratch, ptr %out, i64 %chunk"
    return module.text(listed(WORDS), ENTRY.format(ending=module.add(arguments, lines)))


def _function(module: Module, store: Store, amount: p.Number, numbers: Numbers) -> str:
    lines = Lines()
    name = Tree(lines, ONE, OneRow(store, lines), numbers).number(amount, FULL)
    head, body = lines.parts()
    return module.add_text(EACH_ROW.format(head=head, body=body, amount=name, soon=SOON))
