"""Lowered trees as text: in Python over arrays, and in SQL."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from bench.entitlements.peers import named
from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city import plain as p


class Writing:
    """A tree in words of one language; `shared` nodes go by their name."""

    together: ClassVar[Mapping[type[p.Plain], str]] = {}
    signs: ClassVar[Mapping[str, str]] = {}

    def __init__(self, shared: Mapping[p.Plain, str] | None = None) -> None:
        self.shared = shared or {}

    def text(self, node: p.Plain, *, spelt_out: bool = False) -> str:
        """`spelt_out`: the node itself in full, though it has a name."""
        if node in self.shared and not spelt_out:
            return self.shared[node]
        if (form := self.together.get(type(node))) is not None:
            return form.format(*map(self.text, node.parts))
        match node:
            case p.Whole(value):
                return str(value)
            case p.Of(key, via):
                return self.number(named(key, via), via)
            case p.Yes(key, via):
                return self.yes(named(key, via), via)
            case p.Known(key, via):
                return self.known(named(key, via), via)
        return self._other(node)

    def _other(self, node: p.Plain) -> str:
        match node:
            case p.Always(value):
                return self.truth(value)
            case p.Belongs():
                return self.belongs()
            case p.Compare(sign, left, right):
                return f"({self.text(left)} {self.signs.get(sign, sign)} {self.text(right)})"
            case p.OneOf(part, options):
                return self.one_of(self.text(part), options)
            case p.Quotient(part, by):
                return f"({self.text(part)} // {by})"
            case p.Lookup(place, values):
                return self.looked_up(self.text(place), values)
        raise Broken(f"There is no text for {node!r}.")

    def truth(self, value: bool) -> str:
        return str(value)

    def number(self, name: str, via: str) -> str:
        raise NotImplementedError

    def yes(self, name: str, via: str) -> str:
        return f"({self.number(name, via)} != 0)"

    def known(self, name: str, via: str) -> str:
        raise NotImplementedError

    def belongs(self) -> str:
        raise NotImplementedError

    def one_of(self, part: str, options: tuple[int, ...]) -> str:
        raise NotImplementedError

    def looked_up(self, place: str, values: tuple[int, ...]) -> str:
        raise NotImplementedError


class ArrayText(Writing):
    """Python over whole arrays; `xp` is NumPy or what speaks like it."""

    together: ClassVar[Mapping[type[p.Plain], str]] = {
        p.Sum: "({} + {})",
        p.Difference: "({} - {})",
        p.Product: "({} * {})",
        p.Least: "xp.minimum({}, {})",
        p.Greatest: "xp.maximum({}, {})",
        p.Pick: "xp.where({}, {}, {})",
        p.Not: "(~{})",
        p.Both: "({} & {})",
        p.Either: "({} | {})",
    }

    def truth(self, value: bool) -> str:
        return f"xp.bool_({value})"

    def number(self, name: str, via: str) -> str:
        return f"{name}[employer]" if via else name

    def known(self, name: str, via: str) -> str:
        return f"known_{name}[employer]" if via else f"known_{name}"

    def belongs(self) -> str:
        return "(employer >= 0)"

    def one_of(self, part: str, options: tuple[int, ...]) -> str:
        return "(" + " | ".join(f"({part} == {option})" for option in options) + ")"

    def looked_up(self, place: str, values: tuple[int, ...]) -> str:
        return f"xp.array({list(values)}, xp.int32)[{place}]"


class SqlText(Writing):
    """SQL over a left join: `p` the workers, `e` their enterprises."""

    together: ClassVar[Mapping[type[p.Plain], str]] = {
        p.Sum: "({} + {})",
        p.Difference: "({} - {})",
        p.Product: "({} * {})",
        p.Least: "least({}, {})",
        p.Greatest: "greatest({}, {})",
        p.Pick: "(case when {} then {} else {} end)",
        p.Not: "(not {})",
        p.Both: "({} and {})",
        p.Either: "({} or {})",
    }
    signs: ClassVar[Mapping[str, str]] = {"==": "=", "!=": "<>"}

    def truth(self, value: bool) -> str:
        return str(value).lower()

    def number(self, name: str, via: str) -> str:
        return f"coalesce(e.{name}, 0)" if via else f"p.{name}"

    def yes(self, name: str, via: str) -> str:
        return f"({self.number(name, via)} <> 0)"

    def known(self, name: str, via: str) -> str:
        return f"coalesce(e.known_{name}, false)" if via else f"p.known_{name}"

    def belongs(self) -> str:
        return "(p.employer >= 0)"

    def one_of(self, part: str, options: tuple[int, ...]) -> str:
        return f"({part} in ({', '.join(map(str, options))}))"

    def looked_up(self, place: str, values: tuple[int, ...]) -> str:
        cases = " ".join(f"when {at} then {value}" for at, value in enumerate(values))
        return f"(case {place} {cases} end)"
