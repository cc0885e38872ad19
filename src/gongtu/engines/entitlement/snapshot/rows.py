"""The rows of one source as NumPy sees them, and where they belong among the rows of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city.columns import NOBODY, Column, Truths, narrowed
from gongtu.engines.entitlement.snapshot.runs import Runs
from gongtu.records.changes.sources import Source

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, eq=False)
class Rows:
    """All rows of a source, or some of them, always in order of owner and key."""

    source: Source
    table: pl.DataFrame

    @property
    def size(self) -> int:
        return self.table.height

    def column(self, name: str, kind: type[Any] | None = None) -> Column:
        """A column as a frame keeps it; `kind` is the enum whose values the text is, if it is one.

        What is no value of the enum is not known.
        """
        held = self.table[name]
        if kind is not None and issubclass(kind, Enum):
            return _coded(held, tuple(kind), [str(one.value) for one in kind])
        if self.source.columns[name] in (str, UUID):
            words = held.drop_nulls().unique().sort().to_list()
            return _coded(held, tuple(words), words)
        return Column(narrowed(self.whole(name)), _known(held))

    def whole(self, name: str) -> NDArray[np.int64]:
        """A column in whole numbers, days from 1970 on and truths as 0 and 1; 0 of what is null."""
        held = self.table[name].to_physical().cast(int)
        return held.fill_null(0).to_numpy()

    def known(self, name: str) -> Truths:
        """Where the column is not null."""
        return self.table[name].is_not_null().to_numpy()

    def equals(self, name: str, value: str) -> Truths:
        """Where the text is exactly this."""
        return (self.table[name] == value).fill_null(value=False).to_numpy()

    def only(self, where: Truths) -> Rows:
        """Some of the rows."""
        return Rows(self.source, self.table.filter(where))

    @cached_property
    def runs(self) -> Runs:
        """The rows of each owner."""
        return Runs.of(self.table[self.source.owner].rle_id().to_numpy())

    def owners_in(self, other: Rows) -> NDArray[np.int32]:
        """For each run, the row of `other` whose key is the owner; `NOBODY` where there is none."""
        return _places(self.table[self.source.owner].gather(self.runs.starts), other)

    def places_in(self, other: Rows, by: str) -> NDArray[np.int32]:
        """For each row, the row of `other` whose key stands in the column `by`."""
        if by == self.source.owner:
            return np.asarray(self.runs.spread(self.owners_in(other)))
        return _places(self.table[by], other)

    def keys(self, name: str) -> Keys:
        """The names of the rows as subjects are named."""
        return Keys(self.table[name], as_uuid=self.source.columns[name] is UUID)


@dataclass(frozen=True, eq=False)
class Keys(Sequence[str]):
    """Names of millions of rows, made into text one by one when asked for."""

    names: pl.Series
    as_uuid: bool = False

    def __len__(self) -> int:
        return len(self.names)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self._text(name) for name in self.names[place]]
        return self._text(self.names[int(place)])

    def _text(self, name: Any) -> str:
        return str(UUID(name)) if self.as_uuid else str(name)


def taken(column: Column, places: NDArray[np.int32]) -> Column:
    """What the rows at these places say; not known of `NOBODY`."""
    there = places != NOBODY
    if not len(column.values):
        return Column(np.zeros(len(places), dtype=np.uint8), there, column.categories)
    known = there if column.known is None else there & column.known[places]
    values = np.where(known, column.values[places], 0).astype(column.values.dtype)
    return Column(values, None if known.all() else known, column.categories)


def known_where(column: Column, where: Truths) -> Column:
    """The same column, known only there."""
    known = where if column.known is None else where & column.known
    return Column(
        np.where(known, column.values, 0).astype(column.values.dtype), known, column.categories
    )


def scattered(values: NDArray[Any], places: NDArray[np.int32], size: int) -> Column:
    """Values told of some rows of a frame, each at its place; not known of the others."""
    there = places != NOBODY
    known = np.zeros(size, dtype=np.bool_)
    known[places[there]] = True
    told = np.zeros(size, dtype=np.int64)
    told[places[there]] = values[there]
    return Column(narrowed(told), None if known.all() else known)


def _coded(held: pl.Series, categories: tuple[Any, ...], words: Sequence[str]) -> Column:
    import polars as pl  # not before it is needed: it would slow every start

    codes = held.cast(pl.Enum(words), strict=False).to_physical().cast(int)
    return Column(narrowed(codes.fill_null(0).to_numpy()), _known(codes), categories)


def _known(held: pl.Series) -> Truths | None:
    return held.is_not_null().to_numpy() if held.null_count() else None


def _places(names: pl.Series, other: Rows) -> NDArray[np.int32]:
    there = other.table[other.source.key].alias("key").to_frame().with_row_index("place")
    found = names.alias("key").to_frame().join(there, on="key", how="left", maintain_order="left")
    return found["place"].cast(int).fill_null(NOBODY).to_numpy().astype(np.int32)
