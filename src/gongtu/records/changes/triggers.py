"""The triggers that keep the log: after each statement on PostgreSQL, after each row on SQLite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from django.db import connection, transaction

from gongtu.records.changes.sources import WHOLE_TABLE, Source

PREFIX = "gongtu_watch_"
MARK = 8  # signs of the digest that tells one wording of a trigger from another
LOG = "INSERT INTO records_change (source, owner)"
ROWS = {
    "INSERT": "SELECT * FROM rows_after",
    "UPDATE": "SELECT * FROM rows_after UNION ALL SELECT * FROM rows_before",
    "DELETE": "SELECT * FROM rows_before",
}
OWNERS = f"SELECT DISTINCT $1, COALESCE(%I::text, ''{WHOLE_TABLE}'') FROM (%s) AS touched"  # noqa: S608 - a sign of our own
FUNCTION = f"""
CREATE OR REPLACE FUNCTION gongtu_watch() RETURNS trigger LANGUAGE plpgsql AS
$watch$ BEGIN
IF TG_OP = 'TRUNCATE' THEN {LOG} VALUES (TG_ARGV[0], '{WHOLE_TABLE}');
ELSE EXECUTE format('{LOG} {OWNERS}', TG_ARGV[1], CASE TG_OP
{" ".join(f"WHEN '{act}' THEN '{rows}'" for act, rows in ROWS.items())} END)
USING TG_ARGV[0]; END IF;
RETURN NULL; END $watch$
"""  # noqa: S608 - names of our own
SEEN = {
    "INSERT": "REFERENCING NEW TABLE AS rows_after",
    "UPDATE": "REFERENCING OLD TABLE AS rows_before NEW TABLE AS rows_after",
    "DELETE": "REFERENCING OLD TABLE AS rows_before",
    "TRUNCATE": "",
}


def watch(sources: Iterable[Source]) -> frozenset[str]:
    """Put up what is not there yet; the names of the sources that were not watched until now.

    What changed in those before is in no log.  On PostgreSQL putting up waits for those who are
    writing to the table, so that nobody slips through between.
    """
    postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        standing = _standing(cursor, postgres=postgres)
    wanted = {source: dict((_postgres if postgres else _sqlite)(source)) for source in sources}
    fresh = [source for source in wanted if not wanted[source].keys() <= standing.keys()]
    if fresh:
        with transaction.atomic(), connection.cursor() as cursor:
            if postgres:
                cursor.execute(FUNCTION)
            for source in fresh:
                for name in (name for name in standing if name[:-MARK] == _stem(source)):
                    cursor.execute(_drop(name, standing[name], postgres=postgres))
                for statement in wanted[source].values():
                    cursor.execute(statement)
    return frozenset(source.name for source in fresh)


def unwatch() -> None:
    """Take down every trigger of the log."""
    postgres = connection.vendor == "postgresql"
    with transaction.atomic(), connection.cursor() as cursor:
        for name, table in _standing(cursor, postgres=postgres).items():
            cursor.execute(_drop(name, table, postgres=postgres))


def _standing(cursor: Any, *, postgres: bool) -> dict[str, str]:
    """Our triggers as they stand, with their tables."""
    if postgres:
        cursor.execute(
            "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
            "WHERE tgname LIKE %s AND relnamespace = current_schema()::regnamespace",
            [f"{PREFIX}%"],
        )
    else:
        cursor.execute(
            "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s",
            [f"{PREFIX}%"],
        )
    return dict(cursor.fetchall())


def _drop(name: str, table: str, *, postgres: bool) -> str:
    return f"DROP TRIGGER {name} ON {table}" if postgres else f"DROP TRIGGER {name}"


def _stem(source: Source) -> str:
    return f"{PREFIX}{source.name[:40]}_"


def _named(source: Source, wording: str) -> tuple[str, str]:
    """The trigger's name, which changes with its wording, and the wording under that name."""
    name = _stem(source) + sha256((FUNCTION + wording).encode()).hexdigest()[:MARK]
    return name, wording.replace("%name", name)


def _sqlite(source: Source) -> Iterator[tuple[str, str]]:
    name, owner = source.name, source.owner
    after, before = (
        f"{LOG} SELECT '{name}', COALESCE(CAST({row}.{owner} AS TEXT), '{WHOLE_TABLE}')"
        for row in ("NEW", "OLD")
    )
    left = f"{before} WHERE OLD.{owner} IS NOT NEW.{owner}"
    for act, told in (("INSERT", after), ("UPDATE", f"{after}; {left}"), ("DELETE", before)):
        wording = f"CREATE TRIGGER %name AFTER {act} ON {source.table} BEGIN {told}; END"
        yield _named(source, wording)


def _postgres(source: Source) -> Iterator[tuple[str, str]]:
    call = f"EXECUTE FUNCTION gongtu_watch('{source.name}', '{source.owner}')"
    for act, seen in SEEN.items():
        wording = (
            f"CREATE TRIGGER %name AFTER {act} ON {source.table} {seen} FOR EACH STATEMENT {call}"
        )
        yield _named(source, wording)
