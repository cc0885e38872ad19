"""What else is done with the slots of each chunk: their bits kept as they are, or packed."""

from __future__ import annotations

from dataclasses import dataclass

from gongtu.engines.entitlement.city.vector.assembly import Lanes, Lines, Module
from gongtu.engines.entitlement.city.vector.sheets import WORDS
from gongtu.engines.entitlement.city.vector.stored import CHUNK
from gongtu.engines.entitlement.city.vector.trees import FULL

LANES = Lanes(16)
ARGUMENTS = "ptr %columns, ptr %numbers, ptr %scratch, ptr %out, i64 %chunk"
ENTRY = """
declare void @llvm.prefetch.p0(ptr, i32, i32, i32)

define i64 @run(ptr %columns, ptr %numbers, ptr %scratch, ptr %out, i64 %first, i64 %last) {{
entry:
  br label %chunks
chunks:
  %chunk = phi i64 [%first, %entry], [%chunk.next, %work]
  %room = call i1 {has_room}(ptr %out)
  br i1 %room, label %work, label %end
work:
  %row = mul i64 %chunk, {rows}
  call void {sheet}(ptr %columns, ptr %numbers, ptr %scratch, i64 %row)
  call void {ending}(ptr %columns, ptr %numbers, ptr %scratch, ptr %out, i64 %chunk)
  %chunk.next = add i64 %chunk, 1
  %more = icmp ult i64 %chunk.next, %last
  br i1 %more, label %chunks, label %end
end:
  %reached = phi i64 [%chunk, %chunks], [%chunk.next, %work]
  fence seq_cst
  ret i64 %reached
}}

!0 = !{{i32 1}}
"""
ALWAYS = """
define internal i1 @NAME(ptr %out) {
entry:
  ret i1 true
}
"""


@dataclass(frozen=True, slots=True)
class Ending:
    """The function that ends a chunk, and the one that says whether it has room for one more."""

    name: str
    has_room: str


def entry(sheet: str, ending: Ending) -> str:
    """The function that is called from outside: some chunks, one after another.

    It gives the chunk that comes next; what was written past the caches is there for all by then.
    """
    return ENTRY.format(rows=CHUNK, sheet=sheet, ending=ending.name, has_room=ending.has_room)


def in_turn(module: Module, *names: str) -> str:
    """A function that does one thing after another."""
    lines = Lines()
    for name in names:
        lines.put(f"call void {name}({ARGUMENTS})")
    return module.add(ARGUMENTS, lines)


def keeping(module: Module, slots: list[int]) -> Ending:
    """Copies the bits of slots to the addresses in `out`, one for each."""
    lines, whole = Lines(), LANES.of(FULL)
    first = lines.value(f"mul i64 %chunk, {WORDS}")
    for i, slot in enumerate(slots):
        at = lines.value(f"getelementptr ptr, ptr %out, i64 {i}")
        kept = lines.value(f"load ptr, ptr {at}")
        kept = lines.value(f"getelementptr i64, ptr {kept}, i64 {first}")
        told = lines.value(f"getelementptr i8, ptr %scratch, i64 {slot}")
        with lines.loop(0, WORDS, LANES.count) as word:
            at = lines.value(f"getelementptr i64, ptr {told}, i64 {word}")
            bits = lines.value(f"load {whole}, ptr {at}, align 8")
            to = lines.value(f"getelementptr i64, ptr {kept}, i64 {word}")
            lines.put(f"store {whole} {bits}, ptr {to}, align 8")
    return _needing_no_room(module, lines)


def packing(module: Module, many: int, place: int, bits: int) -> Ending:
    """Puts so many truths together as bits of one number a row, at the address in `out`.

    Where their slots lie is listed among the numbers, from `place` on.
    """
    lines, whole, one = Lines(), LANES.of(bits), LANES.of(1)
    kept = lines.value("load ptr, ptr %out")
    first = lines.value(f"mul i64 %chunk, {CHUNK}")
    kept = lines.value(f"getelementptr i{bits}, ptr {kept}, i64 {first}")
    slots = lines.value(f"getelementptr i64, ptr %numbers, i64 {place}")
    with lines.loop(0, CHUNK, LANES.count) as row:
        byte = lines.value(f"lshr i64 {row}, 3")
        told = lines.value(f"getelementptr i8, ptr %scratch, i64 {byte}")
        begin = (whole, "zeroinitializer"), (whole, LANES.written(1, bits))
        with lines.fold(0, many, 1, *begin) as turn:
            packed, bit = turn.carried
            at = lines.value(f"getelementptr i64, ptr {slots}, i64 {turn.index}")
            slot = lines.value(f"load i64, ptr {at}")
            at = lines.value(f"getelementptr i8, ptr {told}, i64 {slot}")
            mask = lines.value(f"load i{LANES.count}, ptr {at}")
            test = lines.value(f"bitcast i{LANES.count} {mask} to {one}")
            some = lines.value(f"select {one} {test}, {whole} {bit}, {whole} zeroinitializer")
            packed = lines.value(f"or {whole} {packed}, {some}")
            turn.handed = (packed, lines.value(f"add {whole} {bit}, {bit}"))
        to = lines.value(f"getelementptr i{bits}, ptr {kept}, i64 {row}")
        lines.put(f"store {whole} {turn.handed[0]}, ptr {to}, align 1")
    return _needing_no_room(module, lines)


def _needing_no_room(module: Module, lines: Lines) -> Ending:
    return Ending(module.add(ARGUMENTS, lines), module.add_text(ALWAYS))
