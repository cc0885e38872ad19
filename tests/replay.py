"""What a builder put into the database the first time, put there again row by row.

A town takes hundreds of queries to found and a few to copy, and most tests begin with one.  Rows
keep their keys: where a test has rows of its own in their way, the town is built anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from django.db import IntegrityError, connection, transaction

Built = TypeVar("Built")


@dataclass(frozen=True)
class Table:
    """The rows of one table: tuples on SQLite, lines of COPY on PostgreSQL."""

    name: str
    columns: str
    rows: tuple[Any, ...]


def replayed(build: Callable[[], Built]) -> Callable[[], Built]:
    """The builder, which works once in each process; what it returns is copied."""
    kept: list[tuple[Built, list[Table]]] = []

    @wraps(build)
    def again() -> Built:
        if not kept:
            before = {table.name: frozenset(table.rows) for table in _tables()}
            built = build()
            new = [_beyond(table, before[table.name]) for table in _tables()]
            kept.append((deepcopy(built), [table for table in new if table.rows]))
            return built
        built, tables = kept[0]
        return deepcopy(built) if _restored(tables) else build()

    return again


def _restored(tables: list[Table]) -> bool:
    try:
        with transaction.atomic():
            for table in tables:
                _fill(table)
    except IntegrityError:
        return False
    return True


def _tables() -> Iterator[Table]:
    """Everything that is in the database."""
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            told = connection.introspection.get_table_description(cursor, name)
            columns = ", ".join(connection.ops.quote_name(column.name) for column in told)
            yield Table(name, columns, tuple(_read(cursor, name, columns)))


def _beyond(table: Table, before: frozenset[Any]) -> Table:
    return Table(table.name, table.columns, tuple(r for r in table.rows if r not in before))


def _read(cursor: Any, name: str, columns: str) -> list[Any]:
    if connection.vendor == "postgresql":
        with cursor.copy(f'COPY "{name}" ({columns}) TO STDOUT') as copied:
            return b"".join(copied).splitlines(keepends=True)
    plain = connection.connection.cursor().execute(f'SELECT {columns} FROM "{name}"')
    rows: list[Any] = plain.fetchall()
    return rows


def _fill(table: Table) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f'COPY "{table.name}" ({table.columns}) FROM STDIN') as copied:
                copied.write(b"".join(table.rows))
            return
        marks = ", ".join("?" * len(table.rows[0]))
        insert = f'INSERT INTO "{table.name}" ({table.columns}) VALUES ({marks})'
        connection.connection.cursor().executemany(insert, table.rows)
