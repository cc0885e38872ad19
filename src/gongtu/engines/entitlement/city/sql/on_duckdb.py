"""DuckDB, inside this process: it reads the columns where they lie."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gongtu.engines.entitlement.city.outcome import Outcome
from gongtu.engines.entitlement.city.program import Program
from gongtu.engines.entitlement.city.sql import answers
from gongtu.engines.entitlement.city.sql.dialects import DUCKDB
from gongtu.engines.entitlement.city.sql.optional import optional
from gongtu.engines.entitlement.city.sql.tables import Tables

if TYPE_CHECKING:
    import pyarrow

AT_ONCE = 1 << 16  # rows
# What pays here.  The others look for filters and orders that these queries have not, and with
# all of them on, some queries of a few dozen layered lines are planned for minutes.
OPTIMIZERS = frozenset(
    {
        "build_side_probe_side", "column_lifetime", "common_subexpressions",
        "expression_rewriter", "join_order", "statistics_propagation", "unused_columns",
    }
)  # fmt: skip


class DuckDB:
    """An empty database in memory."""

    dialect = DUCKDB

    def __init__(self, threads: int = 2) -> None:
        settings = {"threads": threads, "python_enable_replacements": False}
        self._database = optional("duckdb", "duckdb").connect(config=settings)
        known = self._database.execute("SELECT name FROM duckdb_optimizers()").fetchall()
        others = ",".join(name for (name,) in known if name not in OPTIMIZERS)
        self._database.execute(f"SET disabled_optimizers = '{others}'")

    def load(self, tables: Tables) -> None:
        for name, table in tables.items():
            self._database.register(name, table)

    def answer(self, query: str) -> Iterator[pyarrow.RecordBatch]:
        yield from self._database.sql(query).to_arrow_reader(AT_ONCE)

    def close(self) -> None:
        self._database.close()


@contextmanager
def opened(threads: int = 2) -> Iterator[DuckDB]:
    """An engine that is gone afterwards."""
    engine = DuckDB(threads)
    try:
        yield engine
    finally:
        engine.close()


def run(program: Program, threads: int = 2) -> Outcome:
    """Every rule over every row."""
    with opened(threads) as engine:
        return answers.run(program, engine)
