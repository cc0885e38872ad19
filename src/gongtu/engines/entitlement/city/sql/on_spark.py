"""Spark, on a cluster of its own: asked through Spark Connect, fed from Parquet files.

The folder of the files must be one that this process and the cluster both see.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongtu.engines.entitlement.city.sql.dialects import SPARK
from gongtu.engines.entitlement.city.sql.optional import optional
from gongtu.engines.entitlement.city.sql.tables import Tables, as_parquet

if TYPE_CHECKING:
    import pyarrow


class Spark:
    """A session on a cluster."""

    dialect = SPARK

    def __init__(self, session: Any, folder: Path) -> None:
        self._session, self._folder = session, folder

    def load(self, tables: Tables) -> None:
        for name, file in as_parquet(tables, self._folder).items():
            read = self._session.read.parquet(str(file))
            read.createOrReplaceTempView(name)

    def answer(self, query: str) -> Iterator[pyarrow.RecordBatch]:
        yield from self._session.sql(query).toArrow().to_batches()


@contextmanager
def opened(address: str, folder: Path) -> Iterator[Spark]:
    """A session on the cluster at an address such as sc://host:15002, ended afterwards.

    Raises:
        Broken: The client of Spark Connect is not installed.
    """
    builder = optional("pyspark.sql.connect.session", "spark").SparkSession.builder
    session = builder.remote(address).getOrCreate()
    try:
        yield Spark(session, folder)
    finally:
        session.stop()
