"""The code of a sheet: passes over columns, fetching from elsewhere, and logic on bits."""

from __future__ import annotations

from collections.abc import Iterable

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.vector.assembly import Lanes, Lines, Module, Numbers
from gongtu.engines.entitlement.city.vector.sheets import SLOT, WORDS, Packing, Pass, Sheet
from gongtu.engines.entitlement.city.vector.stored import BYTE, CHUNK, Store, Stored, What
from gongtu.engines.entitlement.city.vector.trees import HALF, Loaded, Tree, width_of

REGISTERS = 512  # bits that a pass takes of each column: two registers of AVX2
ABREAST = 4  # words that logic is done on together
UNROLLED = 8  # rows fetched before the loop turns


class SideBySide:
    """The facts of neighbouring rows, from columns that are arguments of the function."""

    def __init__(
        self, store: Store, lines: Lines, lanes: Lanes, reads: tuple[Stored, ...], row: str
    ) -> None:
        self.store, self.lines, self.lanes, self.row = store, lines, lanes, row
        self._arguments = {stored: f"%c{i}" for i, stored in enumerate(reads)}
        self._loaded: dict[Stored, Loaded] = {}

    def values(self, key: str, via: str) -> Loaded:
        return self._load(self.store.values(key, via))

    def known(self, key: str, via: str) -> str:
        stored = self.store.known(key, via)
        if stored is None:
            return self.belongs(via)
        known = self._load(stored).name
        return self.lines.value(f"icmp ne {self.lanes.of(BYTE)} {known}, zeroinitializer")

    def belongs(self, via: str) -> str:
        if not self.store.own(via):
            return self.lanes.written(1, 1)
        joined = self._load(Stored(What.JOINED, "", via)).name
        return self.lines.value(f"icmp sge {self.lanes.of(HALF)} {joined}, zeroinitializer")

    def _load(self, stored: Stored) -> Loaded:
        if stored not in self._loaded:
            bits = self.store.bits(stored)
            at = f"getelementptr i{bits}, ptr {self._arguments[stored]}, i64 {self.row}"
            address = self.lines.value(at)
            name = self.lines.value(f"load {self.lanes.of(bits)}, ptr {address}, align 1")
            if stored.is_own:  # the same rows of the next chunk
                ahead = f"getelementptr i{bits}, ptr {address}, i64 {CHUNK}"
                self.lines.call_near(self.lines.value(ahead))
            self._loaded[stored] = Loaded(name, bits)
        return self._loaded[stored]


def sheet_function(module: Module, sheet: Sheet) -> str:
    """The function that fills the slots for one chunk."""
    lines = Lines()
    places: dict[Stored, str] = {}

    def place(stored: Stored) -> str:
        """Where a column of this chunk begins."""
        if stored not in places:
            places[stored] = _place(lines, sheet, stored)
        return places[stored]

    for stored, offset in sheet.offsets.items():
        if stored.what is not What.PACKED:
            _call(lines, _fetching(module, sheet.store, stored), *_from(sheet, lines, stored),
                  f"ptr {_at(lines, offset)}")  # fmt: skip
    for one in sheet.passes:
        numbers = Numbers()
        name = _pass(module, sheet.store, one, numbers)
        first = sheet.numbers.place(*numbers.values) if numbers.values else 0
        told = lines.value(f"getelementptr i64, ptr %numbers, i64 {first}")
        reads = [f"ptr {place(stored)}" for stored in one.reads]
        _call(lines, name, *reads, f"ptr {told}", f"ptr {_at(lines, one.slot * SLOT)}")
    for packing in sheet.packings:
        _unpack(module, sheet, lines, packing)
    _call(lines, _logic(module, sheet), "ptr %scratch")
    return module.add("ptr %columns, ptr %numbers, ptr %scratch, i64 %row", lines)


def _pass(module: Module, store: Store, one: Pass, numbers: Numbers) -> str:
    lines, lanes = Lines(), Lanes(REGISTERS // _widest(store, one))
    with lines.loop(0, CHUNK, lanes.count) as row:
        tree = Tree(lines, lanes, SideBySide(store, lines, lanes, one.reads, row), numbers)
        byte = lines.value(f"lshr i64 {row}, 3")
        out = lines.value(f"getelementptr i8, ptr %out, i64 {byte}")
        for i, truth in enumerate(one.truths):
            bits = f"i{lanes.count}"
            told = lines.value(f"bitcast {lanes.of(1)} {tree.truth(truth)} to {bits}")
            to = lines.value(f"getelementptr i8, ptr {out}, i64 {i * SLOT}")
            lines.put(f"store {bits} {told}, ptr {to}")
    columns = "".join(f"ptr %c{i}, " for i in range(len(one.reads)))
    return module.add(f"{columns}ptr %numbers, ptr %out", lines)


def _widest(store: Store, one: Pass) -> int:
    """The widest numbers in a pass, by which so many rows fit side by side."""
    widths = {BYTE, *(store.bits(stored) for stored in one.reads)}
    for node in p.in_order(one.truths):
        if isinstance(node, p.Number) and node.parts:
            widths.add(width_of(Lanes(REGISTERS // BYTE), node))
    return max(widths)


def _fetching(module: Module, store: Store, stored: Stored) -> str:
    """Copies a fact of what rows belong to into a column; 0 of nobody."""
    lines, bits = Lines(), store.bits(stored)
    for row in _rows(lines):
        owner = _load(lines, HALF, "%joined", row)
        nobody = lines.value(f"icmp slt i32 {owner}, 0")
        some = lines.value(f"select i1 {nobody}, i32 0, i32 {owner}")
        value = _load(lines, bits, "%from", lines.value(f"zext i32 {some} to i64"))
        kept = lines.value(f"select i1 {nobody}, i{bits} 0, i{bits} {value}")
        to = lines.value(f"getelementptr i{bits}, ptr %to, i64 {row}")
        lines.put(f"store i{bits} {kept}, ptr {to}")
    return module.add("ptr %joined, ptr %from, ptr %to", lines)


def _unpack(module: Module, sheet: Sheet, lines: Lines, packing: Packing) -> None:
    """Fetches the packed number of each row, and makes slots of its bits."""
    planes = sheet.offsets[packing.stored]
    _call(lines, _planes(module, packing), *_from(sheet, lines, packing.stored),
          f"ptr {_at(lines, planes)}")  # fmt: skip
    for plane in range(packing.planes):
        slot = (packing.slot + plane * BYTE) * SLOT
        _call(lines, _bits(module), f"ptr {_at(lines, planes + plane * CHUNK)}",
              f"ptr {_at(lines, slot)}")  # fmt: skip


def _planes(module: Module, packing: Packing) -> str:
    """One read a row: on today's machines as fast as a gather, and the same everywhere."""
    lines, bits = Lines(), packing.bits
    for row in _rows(lines):
        owner = lines.value(f"sext i32 {_load(lines, HALF, '%joined', row)} to i64")
        packed = _load(lines, bits, "%from", owner)
        for plane in range(packing.planes):
            to = lines.value(f"getelementptr i8, ptr %to, i64 {row}")
            to = lines.value(f"getelementptr i8, ptr {to}, i64 {plane * CHUNK}")
            shifted = lines.value(f"lshr i{bits} {packed}, {plane * BYTE}")
            if bits > BYTE:
                shifted = lines.value(f"trunc i{bits} {shifted} to i8")
            lines.put(f"store i8 {shifted}, ptr {to}")
    return module.add("ptr %joined, ptr %from, ptr %to", lines)


def _bits(module: Module) -> str:
    """Eight slots from one byte a row: its highest bit is taken, then it is doubled."""
    lines = Lines()
    lanes = Lanes(REGISTERS // BYTE)
    whole, bits = lanes.of(BYTE), f"i{lanes.count}"
    with lines.loop(0, CHUNK, lanes.count) as row:
        at = lines.value(f"getelementptr i8, ptr %plane, i64 {row}")
        byte = lines.value(f"load {whole}, ptr {at}, align 8")
        out = lines.value(f"lshr i64 {row}, 3")
        out = lines.value(f"getelementptr i8, ptr %out, i64 {out}")
        for bit in reversed(range(BYTE)):
            test = lines.value(f"icmp slt {whole} {byte}, zeroinitializer")
            told = lines.value(f"bitcast {lanes.of(1)} {test} to {bits}")
            to = lines.value(f"getelementptr i8, ptr {out}, i64 {bit * SLOT}")
            lines.put(f"store {bits} {told}, ptr {to}")
            byte = lines.value(f"add {whole} {byte}, {byte}")
    return module.add("ptr %plane, ptr %out", lines)


def _logic(module: Module, sheet: Sheet) -> str:
    """And, or and not on whole registers of bits; each root into its slot."""
    lines = Lines()
    with lines.loop(0, WORDS, ABREAST) as word:
        byte = lines.value(f"shl i64 {word}, 3")
        writer = Logic(lines, sheet, lines.value(f"getelementptr i8, ptr %scratch, i64 {byte}"))
        for node in p.in_order(sheet.roots):
            if isinstance(node, p.Truth) and (node in sheet.upper or node in sheet.told):
                writer.write(node)
        for root in sheet.roots:
            writer.store(root)
    return module.add("ptr %scratch", lines)


class Logic:
    """Truths as registers of bits."""

    def __init__(self, lines: Lines, sheet: Sheet, scratch: str) -> None:
        self.lines, self.sheet, self.scratch = lines, sheet, scratch
        self.whole, self.ones = f"<{ABREAST} x i64>", "splat (i64 -1)"
        self._names: dict[p.Plain, str] = {}

    def write(self, node: p.Truth) -> str:
        if node not in self._names:
            self._names[node] = self._written(node)
        return self._names[node]

    def store(self, root: p.Truth) -> None:
        if self.sheet.told.get(root) != (root, False):
            to = self._slot(self.sheet.slot(root))
            self.lines.put(f"store {self.whole} {self.write(root)}, ptr {to}, align 8")

    def _written(self, node: p.Truth) -> str:
        if node in self.sheet.told:
            return self._told(*self.sheet.told[node])
        match node:
            case p.Both(left, right):
                return self._joined("and", self.write(left), self.write(right))
            case p.Either(left, right):
                return self._joined("or", self.write(left), self.write(right))
            case p.Not(part):
                return self._joined("xor", self.write(part), self.ones)
        return self.ones if node is p.TRUE else "zeroinitializer"

    def _told(self, truth: p.Truth, opposite: bool) -> str:
        if opposite:
            return self._joined("xor", self._told(truth, opposite=False), self.ones)
        if isinstance(truth, p.Always):
            return self.ones if truth.value else "zeroinitializer"
        if truth not in self._names:
            at = self._slot(self.sheet.slot(truth))
            self._names[truth] = self.lines.value(f"load {self.whole}, ptr {at}, align 8")
        return self._names[truth]

    def _joined(self, word: str, one: str, other: str) -> str:
        return self.lines.value(f"{word} {self.whole} {one}, {other}")

    def _slot(self, offset: int) -> str:
        return self.lines.value(f"getelementptr i8, ptr {self.scratch}, i64 {offset}")


def _place(lines: Lines, sheet: Sheet, stored: Stored) -> str:
    """Where the rows of this chunk stand: in a column, or in the scratch if they were fetched."""
    if stored in sheet.offsets:
        return _at(lines, sheet.offsets[stored])
    whole = _column(lines, sheet.store, stored)
    if not stored.is_own:
        return whole
    return lines.value(f"getelementptr i{sheet.store.bits(stored)}, ptr {whole}, i64 %row")


def _from(sheet: Sheet, lines: Lines, stored: Stored) -> Iterable[str]:
    """The owners of the rows, and the whole column that is fetched from."""
    joined = _place(lines, sheet, Stored(What.JOINED, "", stored.via))
    return f"ptr {joined}", f"ptr {_column(lines, sheet.store, stored)}"


def _column(lines: Lines, store: Store, stored: Stored) -> str:
    at = lines.value(f"getelementptr ptr, ptr %columns, i64 {store.place(stored)}")
    return lines.value(f"load ptr, ptr {at}")


def _at(lines: Lines, offset: int) -> str:
    return lines.value(f"getelementptr i8, ptr %scratch, i64 {offset}")


def _call(lines: Lines, name: str, *arguments: str) -> None:
    lines.put(f"call void {name}({', '.join(arguments)})")


def _load(lines: Lines, bits: int, array: str, place: str) -> str:
    at = lines.value(f"getelementptr i{bits}, ptr {array}, i64 {place}")
    return lines.value(f"load i{bits}, ptr {at}")


def _rows(lines: Lines) -> Iterable[str]:
    """Each row of a chunk, some of them before the loop turns."""
    with lines.loop(0, CHUNK, UNROLLED) as first:
        yield first
        for more in range(1, UNROLLED):
            yield lines.value(f"add i64 {first}, {more}")
