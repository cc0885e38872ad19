"""Plain trees as SQL expressions: one fold over the node kinds, for any dialect."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.sql.dialects import Dialect

SIGNS = {p.Sum: "+", p.Difference: "-", p.Product: "*"}
CHOSEN: dict[type[p.Plain], str] = {p.Least: "least", p.Greatest: "greatest"}
EQUAL = {"==": "=", "!=": "<>"}
Leaf = p.Of | p.Yes | p.Known | p.Belongs


@dataclass(frozen=True, slots=True)
class Emitting:
    """Writes a tree; whatever stands in `names` is written as that name."""

    dialect: Dialect
    names: Mapping[p.Plain, str]

    def text(self, node: p.Plain) -> str:
        """The expression for a node: its name if it has one."""
        if node in self.names:
            return self.dialect.name(self.names[node])
        return self.definition(node)

    def definition(self, node: p.Plain) -> str:
        """The expression for a node, written out once, down to the names in it."""
        match node:
            case p.Number():
                return self._number(node)
            case p.Always(value):
                return str(value).upper()
            case p.Compare(sign, left, right):
                return f"{self.text(left)} {EQUAL.get(sign, sign)} {self._bare(right)}"
            case p.OneOf(part, options):
                return f"{self.text(part)} IN ({', '.join(map(str, options))})"
            case p.Not(part):
                return f"NOT {self._inner(part)}"
            case p.Both():
                return " AND ".join(map(self._inner, self._chain(node)))
            case p.Either():
                return " OR ".join(map(self._inner, self._chain(node)))
        raise Broken(f"SQL has no form for {node!r}.")

    def _number(self, node: p.Number) -> str:
        match node:
            case p.Whole(value):
                return self.dialect.number(value)
            case p.Sum(left, right) | p.Difference(left, right) | p.Product(left, right):
                if isinstance(left, p.Whole):
                    return f"({self.text(left)} {SIGNS[type(node)]} {self.text(right)})"
                return f"({self.text(left)} {SIGNS[type(node)]} {self._bare(right)})"
            case p.Quotient(part, by):
                return self.dialect.quotient.format(self.text(part), by)
            case p.Least(left, right) | p.Greatest(left, right):
                return f"{CHOSEN[type(node)]}({self.text(left)}, {self.text(right)})"
            case p.Pick():
                return self._pick(node)
            case p.Lookup(place, values):
                return self.dialect.lookup(self.text(place), values)
        raise Broken(f"SQL has no form for {node!r}.")

    def _pick(self, node: p.Pick) -> str:
        """A choice, with the choices in its "else" in the same CASE."""
        whens: list[str] = []
        rest: p.Number = node
        while isinstance(rest, p.Pick) and (rest is node or rest not in self.names):
            whens.append(f"WHEN {self.text(rest.test)} THEN {self.text(rest.yes)}")
            rest = rest.no
        return f"CASE {' '.join(whens)} ELSE {self.text(rest)} END"

    def _chain(self, node: p.Both | p.Either) -> list[p.Truth]:
        """The links of a chain of one kind, in order, as far as they have no names."""
        links: list[p.Truth] = []
        waiting: list[p.Truth] = [node.right, node.left]
        while waiting:
            link = waiting.pop()
            if isinstance(link, type(node)) and link not in self.names:
                waiting += [link.right, link.left]
            else:
                links.append(link)
        return links

    def _inner(self, part: p.Truth) -> str:
        """A statement within another."""
        single = part in self.names or isinstance(part, p.Always)
        return self.text(part) if single else f"({self.text(part)})"

    def _bare(self, right: p.Number) -> str:
        """The right of a sign, where the left already settles the width."""
        if not isinstance(right, p.Whole):
            return self.text(right)
        return f"({right.value})" if right.value < 0 else str(right.value)
