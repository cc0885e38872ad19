"""One source as a table in memory: its shape, its one order, and the digest of each column."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

import numpy as np
import polars as pl

from gongtu.base.money import Yuan
from gongtu.records.changes.sources import Source

STORED: Mapping[type[Any], Any] = {
    str: pl.String,
    UUID: pl.String,  # 32 hexadecimal digits without hyphens, on every engine
    int: pl.Int64,
    Yuan: pl.Int64,  # fen
    bool: pl.Boolean,
    date: pl.Date,
}
AT_ONCE = 1 << 20  # rows whose text is put together at once


def schema_of(source: Source) -> dict[str, Any]:
    """The columns of a source's table with their types, in order of their names."""
    return {name: STORED[source.columns[name]] for name in sorted(source.columns)}


def in_order(table: pl.DataFrame, source: Source) -> pl.DataFrame:
    """The rows by owner, and those of one owner by key: the one order a snapshot keeps."""
    return table.select(*schema_of(source)).sort(source.owner, source.key)


def digest(column: pl.Series) -> str:
    """SHA-256 of one column, whatever file or engine it came from.

    >>> digest(pl.Series([1, None])) == digest(pl.Series([1, 0]))
    False
    >>> digest(pl.Series(["ab", "c"])) == digest(pl.Series(["a", "bc"]))
    False
    """
    made = sha256(f"{column.dtype} {len(column)}\n".encode())
    made.update(np.packbits(column.is_not_null().to_numpy()).tobytes())
    if column.dtype == pl.String:
        lengths = column.str.len_bytes().fill_null(0).cast(pl.UInt32)
        made.update(_whole(lengths, "<u4"))
        for part in column.drop_nulls().to_frame().iter_slices(AT_ONCE):
            made.update(part.to_series().str.join("").item().encode())
    else:
        made.update(_whole(column.to_physical().cast(pl.Int64).fill_null(0), "<i8"))
    return made.hexdigest()


def _whole(numbers: pl.Series, kind: str) -> bytes:
    return numbers.to_numpy().astype(kind, copy=False).tobytes()
