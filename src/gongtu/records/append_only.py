"""Tables that take new rows and nothing else, by triggers of the database itself.

No code of ours can be wrong about it, and neither can a hand at the console: UPDATE, DELETE and (on
PostgreSQL) TRUNCATE fail.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection, migrations
from django.db.backends.base.base import BaseDatabaseWrapper

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION gongtu_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME
USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


@dataclass(frozen=True, slots=True)
class Guard:
    """One table and what may not happen to it."""

    table: str
    refuses: tuple[str, ...] = ("UPDATE", "DELETE", "TRUNCATE")


_guards: list[Guard] = []


def guarded(*guards: Guard) -> tuple[Guard, ...]:
    """Declare the guards of some tables; their migration puts them up."""
    _guards.extend(guards)
    return guards


def migration(guards: Iterable[Guard]) -> migrations.RunPython:
    """The migration step that puts the guards up, and takes them down when reversed."""

    def forwards(_apps: Any, editor: Any) -> None:
        put_up(guards, editor.connection)

    def backwards(_apps: Any, editor: Any) -> None:
        take_down(guards, editor.connection)

    return migrations.RunPython(forwards, backwards)


def put_up(guards: Iterable[Guard], on: BaseDatabaseWrapper) -> None:
    """Guard the tables; again changes nothing."""
    take_down(guards, on)
    postgres = on.vendor == "postgresql"
    with on.cursor() as cursor:
        if postgres:
            cursor.execute(POSTGRES_FUNCTION)
        for guard in guards:
            for statement in (_postgres if postgres else _sqlite)(guard):
                cursor.execute(statement)


def take_down(guards: Iterable[Guard], on: BaseDatabaseWrapper) -> None:
    postgres = on.vendor == "postgresql"
    with on.cursor() as cursor:
        for guard in guards:
            for act in guard.refuses:
                table = f" ON {guard.table}" if postgres else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {_name(guard, act)}{table}")


@contextmanager
def lifted() -> Iterator[None]:
    """Without any guard, for restoring a backup and for tests that empty the tables."""
    take_down(_guards, connection)
    try:
        yield
    finally:
        put_up(_guards, connection)


def _name(guard: Guard, act: str) -> str:
    return f"{guard.table}_refuses_{act.lower()}"


def _sqlite(guard: Guard) -> Iterator[str]:
    for act in guard.refuses:
        if act != "TRUNCATE":
            yield (
                f"CREATE TRIGGER {_name(guard, act)} BEFORE {act} ON {guard.table} "
                f"BEGIN SELECT RAISE(ABORT, '{guard.table} is append-only'); END"
            )


def _postgres(guard: Guard) -> Iterator[str]:
    for act in guard.refuses:
        yield (
            f"CREATE TRIGGER {_name(guard, act)} BEFORE {act} ON {guard.table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION gongtu_append_only()"
        )
