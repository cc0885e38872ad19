"""ClickHouse, inside this process: chdb takes the columns from Parquet files into memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from gongtu.engines.entitlement.city.sql.dialects import CLICKHOUSE
from gongtu.engines.entitlement.city.sql.optional import optional
from gongtu.engines.entitlement.city.sql.tables import Tables, as_parquet

if TYPE_CHECKING:
    import pyarrow

LONGEST = 1 << 26  # bytes of a query, and parts in it; by default a few hundred rules fit


class ClickHouse:
    """A session of its own; a process has room for one."""

    dialect = CLICKHOUSE

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._session = optional("chdb.session", "clickhouse").Session(str(folder / "session"))
        for limit in ("max_query_size", "max_ast_elements", "max_expanded_ast_elements"):
            self._session.query(f"SET {limit} = {LONGEST}")
        self._session.query("SET compile_expressions = 0")  # pays only over hundreds of runs

    def load(self, tables: Tables) -> None:
        for name, file in as_parquet(tables, self._folder).items():
            table = self.dialect.name(name)
            self._session.query(f"DROP TABLE IF EXISTS {table}")
            rows = f"SELECT * FROM file('{file}', Parquet)"  # noqa: S608 - a file of our own
            self._session.query(f"CREATE TABLE {table} ENGINE = Memory AS {rows}")

    def answer(self, query: str) -> Iterator[pyarrow.RecordBatch]:
        yield from self._session.query(query, "ArrowTable").to_batches()

    def close(self) -> None:
        self._session.close()


@contextmanager
def opened() -> Iterator[ClickHouse]:
    """An engine that is gone afterwards, with its files."""
    with TemporaryDirectory(prefix="gongtu-clickhouse-") as folder:
        engine = ClickHouse(Path(folder))
        try:
            yield engine
        finally:
            engine.close()
