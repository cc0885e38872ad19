"""Sources out of the database, as tables: the same on SQLite and PostgreSQL to the last bit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol
from uuid import UUID

import polars as pl

from gongtu.engines.entitlement.snapshot.beside import beside
from gongtu.engines.entitlement.snapshot.tables import in_order, schema_of
from gongtu.records.changes.sources import WHOLE_TABLE, Source

# A whole column of nothing has no type in SQLite; a sign before each text says that there is one.
SOME = "="
LOG = "SELECT id, '=' || source AS source, '=' || owner AS owner FROM records_change"
TAKEN = "SELECT '=' || root AS root FROM records_taken"


class Reader(Protocol):
    """One reading transaction: every question is answered as of the same instant."""

    @property
    def postgres(self) -> bool:
        """Whether it is PostgreSQL; SQLite otherwise."""

    def ask(self, sql: str) -> pl.DataFrame:
        """The rows of one question."""


@dataclass(frozen=True, slots=True)
class Adbc:
    """A reader of PostgreSQL through ADBC, in columns from end to end."""

    cursor: Any
    postgres: bool = True

    def ask(self, sql: str) -> pl.DataFrame:
        self.cursor.execute(sql)
        return pl.DataFrame(self.cursor.fetch_arrow())


def connected(address: str) -> AbstractContextManager[Reader]:
    """A reader of the database: `postgresql://…`, or the path of an SQLite file.

    Writers are not held up, and what they commit meanwhile is not seen.
    """
    if address.startswith(("postgresql://", "postgres://")):
        return _postgres(address)
    return beside(address)


@contextmanager
def _postgres(address: str) -> Iterator[Adbc]:
    from adbc_driver_postgresql import dbapi

    with dbapi.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield Adbc(cursor)
        connection.rollback()


@dataclass(frozen=True, slots=True)
class Log:
    """What changed, by source: the numbers of the entries, and whose rows to read anew."""

    numbers: tuple[int, ...] = ()
    owners: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def of(self, source: Source) -> frozenset[str]:
        """The owners whose rows changed, as the table writes them; or `WHOLE_TABLE` among them."""
        told = self.owners.get(source.name, frozenset())
        if source.columns[source.owner] is UUID:
            return frozenset(owner.replace("-", "") for owner in told)
        return told


def read_log(reader: Reader) -> Log:
    """Every change that the transaction sees."""
    rows = _unsigned(reader.ask(LOG), {"source": pl.String, "owner": pl.String})
    groups = rows.unique(["source", "owner"]).group_by("source").agg("owner").iter_rows()
    owners = {source: frozenset(owners) for source, owners in groups}
    return Log(tuple(rows["id"].to_list()), owners)


def read_taken(reader: Reader) -> str:
    """The root of the snapshot that took in what the log no longer tells; empty if none has."""
    rows = _unsigned(reader.ask(TAKEN), {"root": pl.String})
    return rows["root"].item() if rows.height else ""


def read_whole(reader: Reader, source: Source) -> pl.DataFrame:
    """Every row of a source."""
    return _read(reader, source, "")


def read_changed(reader: Reader, source: Source) -> pl.DataFrame:
    """The rows of those owners that the log names."""
    kind = source.columns[source.owner]
    cast = {UUID: "uuid", int: "bigint", str: "text"}[kind] if reader.postgres else _NATIVE[kind]
    logged = f"source = '{source.name}' AND owner <> '{WHOLE_TABLE}'"
    named = f"SELECT CAST(owner AS {cast}) FROM records_change WHERE {logged}"  # noqa: S608 - names of our own
    return _read(reader, source, f" WHERE {source.owner} IN ({named})")


_NATIVE = {UUID: "TEXT", int: "INTEGER", str: "TEXT"}


def _read(reader: Reader, source: Source, where: str) -> pl.DataFrame:
    told = ", ".join(
        f"{_told(name, kind, postgres=reader.postgres)} AS {name}"
        for name, kind in sorted(source.columns.items())
    )
    rows = reader.ask(f"SELECT {told} FROM {source.table}{where}")  # noqa: S608 - names of our own
    return in_order(_unsigned(rows, schema_of(source)), source)


def _told(name: str, kind: type[Any], *, postgres: bool) -> str:
    """A column in the same numbers and signs on both engines."""
    if kind is str:
        return f"CASE WHEN {name} IS NULL THEN '' ELSE '{SOME}' || {name} END"
    if kind is UUID:
        text = f"replace({name}::text, '-', '')" if postgres else name
        return f"CASE WHEN {name} IS NULL THEN '' ELSE '{SOME}' || {text} END"
    if kind is date:
        days = f"{name} - DATE '1970-01-01'" if postgres else f"julianday({name}) - 2440587.5"
        return f"CAST({days} AS {'bigint' if postgres else 'INTEGER'})"
    return f"CAST({name} AS bigint)" if postgres and kind is not bool else f"CAST({name} AS int)"


def _unsigned(rows: pl.DataFrame, schema: Mapping[str, Any]) -> pl.DataFrame:
    """The rows with the types they are kept in; text without its sign."""
    return rows.with_columns(_typed(name, kind) for name, kind in schema.items())


def _typed(name: str, kind: Any) -> pl.Expr:
    column = pl.col(name)
    if kind == pl.String:
        text = column.cast(pl.String)
        return pl.when(text != "").then(text.str.slice(1))
    return column.cast(pl.Int32).cast(kind) if kind == pl.Date else column.cast(kind)
