"""The frames that a program reads, as Arrow tables: what is not known, and nobody, are NULL."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from gongtu.engines.entitlement.city import plain as p
from gongtu.engines.entitlement.city.columns import NOBODY, Column, Frame
from gongtu.engines.entitlement.city.program import Program, Rule
from gongtu.engines.entitlement.city.sql.emitting import Leaf
from gongtu.engines.entitlement.city.sql.optional import optional
from gongtu.engines.entitlement.city.sql.writing import ROW

if TYPE_CHECKING:
    import pyarrow

Tables = Mapping[str, "pyarrow.Table"]


def tables(program: Program) -> Tables:
    """Every table that the queries of a program name, with the columns they name and no others."""
    arrow = optional("pyarrow", "duckdb")
    leaves = [node for node in p.in_order(_roots(program.rules)) if isinstance(node, Leaf)]
    columns: dict[str, dict[str, Any]] = {program.frame.kind: _row(program.frame)}
    for via in sorted({leaf.via for leaf in leaves} - {""}):
        joined = program.frame.joins[via]
        columns[program.frame.kind][via] = arrow.array(joined, mask=joined == NOBODY)
        columns.setdefault(via, {}).update(_row(program.town.frame(via)))
    for leaf in leaves:
        if not isinstance(leaf, p.Belongs):
            column = program.column(leaf.key, leaf.via)
            columns[leaf.via or program.frame.kind][leaf.key] = _values(column)
    return {kind: arrow.table(told) for kind, told in columns.items()}


def as_parquet(tables: Tables, folder: Path) -> dict[str, Path]:
    """The tables as files, for engines that cannot look into this process."""
    files = {name: folder / f"{name}.parquet" for name in tables}
    for name, table in tables.items():
        optional("pyarrow.parquet", "duckdb").write_table(table, files[name])
    return files


def _roots(rules: tuple[Rule, ...]) -> list[p.Plain]:
    trees: list[p.Plain] = []
    for rule in rules:
        trees += [rule.owed, rule.unknown]
        trees += [part for verdict in rule.verdicts for part in (verdict.holds, verdict.fails)]
    return trees + [rule.amount for rule in rules if rule.amount is not None]


def _row(frame: Frame) -> dict[str, NDArray[np.int64]]:
    return {ROW: np.arange(frame.size, dtype=np.int64)}


def _values(column: Column) -> Any:
    values = column.values
    if values.dtype == np.bool_:
        values = values.astype(np.uint8)
    unknown = None if column.known is None else ~column.known
    return optional("pyarrow", "duckdb").array(values, mask=unknown)
