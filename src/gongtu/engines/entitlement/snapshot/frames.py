"""From a snapshot to the frames of a city on one day, each column made when it is first read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from gongtu.base.errors import Broken
from gongtu.engines.entitlement.city import suppliers
from gongtu.engines.entitlement.city.columns import Column, Frame, Town, day_number
from gongtu.engines.entitlement.city.suppliers import Columns, Kind, Supplier, through
from gongtu.engines.entitlement.snapshot.rows import Rows
from gongtu.records.changes.sources import Source

if TYPE_CHECKING:
    import polars as pl


@dataclass(eq=False)
class Registers:
    """What is on record in a snapshot, seen on a day: what a supplier makes its columns of."""

    tables: Mapping[str, pl.DataFrame]
    on: date
    _rows: dict[str, Rows] = field(default_factory=dict)
    _some: dict[str, Rows] = field(default_factory=dict)
    _joins: dict[tuple[str, str], NDArray[np.int32]] = field(default_factory=dict)

    @property
    def day(self) -> int:
        """The day as columns count it."""
        return day_number(self.on)

    def rows(self, source: Source) -> Rows:
        """Every row of a source.

        Raises:
            Broken: The snapshot does not have it.
        """
        if source.name not in self.tables:
            raise Broken(f"The snapshot has no table {source.name!r}.")
        return self._rows.setdefault(source.name, Rows(source, self.tables[source.name]))

    def kind(self, name: str) -> Rows:
        """The rows of a kind, in the order of its frame."""
        kind = suppliers.get_kind(name)
        rows = self.rows(kind.source)
        if kind.only is None:
            return rows
        if kind.name not in self._some:
            self._some[kind.name] = rows.only(kind.only(self))
        return self._some[kind.name]

    def places(self, kind: str, there: str) -> NDArray[np.int32]:
        """For each row of a kind, the row of another that it belongs to; `NOBODY` of none.

        Where it belongs to one only through a third, that is followed.
        """
        if (kind, there) not in self._joins:
            self._joins[kind, there] = self._places(kind, there)
        return self._joins[kind, there]

    def _places(self, kind: str, there: str) -> NDArray[np.int32]:
        joins = suppliers.get_kind(kind).joins
        if there in joins:
            return joins[there](self)
        between = suppliers.between(kind, there)
        return through(self.places(kind, between), self.places(between, there))


@dataclass(eq=False)
class Told(Mapping[str, Column]):
    """The columns of one kind by fact key; a supplier is asked when a fact of its is first read."""

    registers: Registers
    asked: Mapping[str, Supplier]
    size: int
    _told: dict[str, Columns] = field(default_factory=dict)
    _made: dict[str, Column] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Column:
        if key not in self._made:
            self._made[key] = self._make(self.asked[key], key.partition(".")[2])
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.asked)

    def __len__(self) -> int:
        return len(self.asked)

    def _make(self, supplier: Supplier, name: str) -> Column:
        group = supplier.group.__name__
        if group not in self._told:
            self._told[group] = supplier.tell(self.registers)
            if lacking := supplier.group.facts.keys() ^ self._told[group].keys():
                raise Broken(f"{supplier.declared}: {group} does not fit: {sorted(lacking)}.")
        told = self._told[group][name]
        column = told() if callable(told) else told
        if len(column.values) != self.size:
            rows = f"{len(column.values)} values for {self.size} rows"
            raise Broken(f"{supplier.declared}: {group}.{name}: {rows}.")
        return column


def town_of(tables: Mapping[str, pl.DataFrame], *, on: date) -> Town:
    """The city as its registers tell it on that day, out of the tables of a snapshot."""
    registers = Registers(tables, on)
    return Town(on, {kind.name: _frame(registers, kind) for kind in suppliers.kinds()})


def _frame(registers: Registers, kind: Kind) -> Frame:
    rows = registers.kind(kind.name)
    asked = {
        fact.key: supplier
        for supplier in suppliers.suppliers(of=kind.name)
        for fact in supplier.group.facts.values()
    }
    joins = {
        there: registers.places(kind.name, there)
        for there in sorted(suppliers.reachable(kind.name) - {kind.name})
    }
    columns = Told(registers, asked, rows.size)
    return Frame(kind.name, rows.size, columns, joins, rows.keys(kind.named))
