"""Where a fact lies: a column of the row's own, or of what the row belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from gongtu.engines.entitlement import expressions as e
from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import NOBODY, Column, Frame, Town
from gongtu.engines.entitlement.city.lowering.shapes import LeftOut, Size, Verdict


@dataclass(frozen=True, eq=False)
class Place:
    """A column, and the kind of thing it is of; empty where it is the row's own."""

    key: str
    via: str
    column: Column
    always: bool  # every row has such a thing

    @property
    def known(self) -> p.Truth:
        if self.column.known is not None:
            return p.Known(self.key, self.via)
        return p.TRUE if self.always or not self.via else p.Belongs(self.via)

    @property
    def size(self) -> Size:
        low, high = self.column.bounds
        if not self.always and self.via:
            low, high = min(low, 0), max(high, 0)
        number: p.Number = p.Of(self.key, self.via, low, high)
        if low == high:
            number = p.Whole(low)
        return Size(number, self.known, categories=self.column.categories)

    @property
    def verdict(self) -> Verdict:
        yes: p.Truth = p.Yes(self.key, self.via)
        if self.column.known is None and self.via == "":
            return Verdict(yes, p.negation(yes))
        return Verdict(yes, p.both(self.known, p.negation(yes)))


class Places:
    """The columns that rows of one kind reach in a town."""

    def __init__(self, town: Town, frame: Frame, extra: Mapping[str, Column]) -> None:
        self.town, self.frame, self.extra = town, frame, extra
        self._always = {via: not (joined == NOBODY).any() for via, joined in frame.joins.items()}
        self._found: dict[str, Place] = {}

    def of(self, fact: e.FactOf[object]) -> Place:
        """The place of a fact.

        Raises:
            LeftOut: Nobody supplies it for rows of this kind.
        """
        return self.at(fact.key, fact.label)

    def at(self, key: str, label: str) -> Place:
        if key not in self._found:
            self._found[key] = self._find(key, label)
        return self._found[key]

    def _find(self, key: str, label: str) -> Place:
        column = self.extra.get(key) or self.frame.columns.get(key)
        if column is not None:
            return Place(key, "", _settled(column), always=True)
        for via in self.frame.joins:
            joined = self.town.frame(via).columns.get(key)
            if joined is not None:
                return Place(key, via, _settled(joined), self._always[via])
        raise LeftOut(f"“{label}” ({key}) is supplied by nobody for rows of {self.frame.kind}")


def _settled(column: Column) -> Column:
    """Without `known` where everything is."""
    if column.known is not None and bool(np.all(column.known)):
        return Column(column.values, None, column.categories)
    return column
