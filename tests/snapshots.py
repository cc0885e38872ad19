"""Readers for tests: one inside the test's own transaction, one that is ADBC indeed."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from django.db import connection

from gongtu.engines.entitlement.city import suppliers
from gongtu.engines.entitlement.city.columns import Town
from gongtu.engines.entitlement.snapshot.frames import town_of
from gongtu.engines.entitlement.snapshot.reading import Reader, connected, read_whole
from gongtu.ops.snapshots import address


@dataclass(frozen=True)
class Within:
    """Sees what the test has written and nobody else sees."""

    postgres: bool

    def ask(self, sql: str) -> pl.DataFrame:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            names = [column[0] for column in cursor.description]
            return pl.DataFrame(
                cursor.fetchall(), schema=names, orient="row", infer_schema_length=None
            )


def within() -> Within:
    return Within(connection.vendor == "postgresql")


@contextmanager
def through_adbc(folder: Path) -> Iterator[Reader]:
    """What the test has committed; the test's SQLite lies in memory and is copied first."""
    if connection.vendor == "sqlite":
        copy = folder / "copy.sqlite3"
        with sqlite3.connect(copy) as target:
            connection.connection.backup(target)
        with connected(str(copy)) as reader:
            yield reader
        return
    with connected(address()) as reader:
        yield reader


def town(on, reader=None) -> Town:
    """The city as it stands in the test's database."""
    tables = {source.name: read_whole(reader or within(), source) for source in suppliers.sources()}
    return town_of(tables, on=on)


def told(frame, *groups) -> dict[str, dict[str, object]]:
    """Every row of a frame by its name, with what its columns say of the groups' facts."""
    facts = [fact for group in groups for fact in group.facts.values()]
    return {
        key: {fact.key: frame.columns[fact.key].of(row, fact.kind) for fact in facts}
        for row, key in enumerate(frame.keys)
    }


def alone(subjects) -> dict[str, dict[str, object]]:
    """Subjects as the registers know each alone, in the same form."""
    return {
        key: {name: known.value for name, known in subject.facts.items()}
        for key, subject in subjects.items()
    }
