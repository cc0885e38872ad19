"""LLVM assembly as text, line by line; every value gets a name of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count

FUNCTION = """
define internal {kind} @NAME({arguments}) {{
entry:
  {head}
  {body}
  ret {kind} {value}
}}
"""
Carried = tuple[str, str]  # a type, and the value that it begins with


@dataclass
class Turn:
    """One turn of a loop: what it carries in, and what it hands on, also to what follows."""

    index: str
    carried: list[str]
    handed: tuple[str, ...] = ()


class Lines:
    """The body of one function.

    `ahead` puts a value before all loops, once for equal expressions; `value` puts it here.
    """

    def __init__(self) -> None:
        self._head: list[str] = []
        self._body: list[str] = []
        self._ahead: dict[str, str] = {}
        self._names = count()
        self._block = "entry"

    def value(self, expression: str) -> str:
        name = f"%v{next(self._names)}"
        self._body.append(f"{name} = {expression}")
        return name

    def ahead(self, expression: str) -> str:
        if expression not in self._ahead:
            name = f"%h{len(self._ahead)}"
            self._head.append(f"{name} = {expression}")
            self._ahead[expression] = name
        return self._ahead[expression]

    def put(self, line: str) -> None:
        self._body.append(line)

    def call_near(self, address: str) -> None:
        """Have memory brought near that is read soon; past the end of a column nothing happens."""
        self.put(f"call void @llvm.prefetch.p0(ptr {address}, i32 0, i32 3, i32 1)")

    def begin(self, block: str) -> None:
        self._body.append(f"{block}:")
        self._block = block

    @contextmanager
    def fold(self, start: int | str, stop: int | str, step: int, *first: Carried) -> Iterator[Turn]:
        """A loop that carries values; from `start` up to `stop`, at least a step further."""
        names = [f"%i{next(self._names)}" for _ in range(1 + len(first))]
        block = names[0].replace("%", "each")
        before, phis = self._block, len(self._body) + 2
        self.put(f"br label %{block}")
        self.begin(block)
        self._body.extend("" for _ in names)  # where the loop comes back from is not known yet
        yield (turn := Turn(names[0], names[1:]))
        further = self.value(f"add i64 {names[0]}, {step}")
        more = self.value(f"icmp ult i64 {further}, {stop}")
        every = [("i64", str(start), further)]
        every += [(*each, on) for each, on in zip(first, turn.handed, strict=True)]
        for i, (name, (kind, at_first, after)) in enumerate(zip(names, every, strict=True)):
            back = f"[{at_first}, %{before}], [{after}, %{self._block}]"
            self._body[phis + i] = f"{name} = phi {kind} {back}"
        self.put(f"br i1 {more}, label %{block}, label %{block}.end")
        self.begin(f"{block}.end")

    @contextmanager
    def loop(self, start: int | str, stop: int | str, step: int = 1) -> Iterator[str]:
        """From `start` up to `stop`, which lies at least a step further."""
        with self.fold(start, stop, step) as turn:
            yield turn.index

    def parts(self) -> tuple[str, str]:
        """What stands ahead, and the rest."""
        return "\n  ".join(self._head), "\n  ".join(self._body)


@dataclass(frozen=True, slots=True)
class Lanes:
    """So many rows side by side in one vector; one alone is a plain number."""

    count: int

    def of(self, bits: int) -> str:
        """The type of numbers of so many bits."""
        return f"i{bits}" if self.count == 1 else f"<{self.count} x i{bits}>"

    def written(self, value: int, bits: int) -> str:
        """A number that stands in the code, in every lane."""
        if bits == 1:
            value = -1 if value else 0
        return str(value) if self.count == 1 else f"splat (i{bits} {value})"

    def spread(self, lines: Lines, value: str, bits: int) -> str:
        """One number in every lane, made ahead of the loops."""
        if self.count == 1:
            return value
        whole = self.of(bits)
        first = lines.ahead(f"insertelement {whole} poison, i{bits} {value}, i64 0")
        mask = f"<{self.count} x i32> zeroinitializer"
        return lines.ahead(f"shufflevector {whole} {first}, {whole} poison, {mask}")


class Numbers:
    """Numbers that code reads from memory, so that another threshold needs no other code."""

    def __init__(self) -> None:
        self.values: list[int] = []
        self._places: dict[tuple[int, ...], int] = {}

    def place(self, *values: int) -> int:
        """Where these stand, one after another."""
        if values not in self._places:
            self._places[values] = len(self.values)
            self.values.extend(values)
        return self._places[values]


class Module:
    """Functions that are compiled together; equal ones are one."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def add(self, arguments: str, lines: Lines, returns: tuple[str, str] = ("void", "")) -> str:
        """The name of a function that does this, and returns a value of some type."""
        head, body = lines.parts()
        kind, value = returns
        return self.add_text(
            FUNCTION.format(arguments=arguments, head=head, body=body, kind=kind, value=value)
        )

    def add_text(self, text: str) -> str:
        """The name of a function that is written down whole, as @NAME."""
        return self._names.setdefault(text, f"@f{len(self._names)}")

    def text(self, *others: str) -> str:
        """All of it, with functions written by hand."""
        told = (text.replace("@NAME", name, 1) for text, name in self._names.items())
        return "\n".join([*told, *others])
