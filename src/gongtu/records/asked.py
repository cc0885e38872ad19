"""Fixed questions to the database that are asked thousands of times a second."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, OperationalError, connections

Row = tuple[Any, ...]


def rows_of(question: str, *values: float | str) -> list[Row]:
    """Every row that a SELECT finds; each value takes the place of a `%s`.

    The driver is asked itself, as Django's cursor takes several times as long as the answer.  Where
    somebody listens in (a page that may only read, a test that counts), or there is no sound
    connection (the server was started anew), the question goes through that cursor.
    """
    database = connections[DEFAULT_DB_ALIAS]
    driver = database.connection
    if driver is None or _is_listened_to(database):
        return _by_cursor(database, question, values)
    try:
        with database.wrap_database_errors:
            return list(_ASKED_OF[database.vendor](driver, question, values).fetchall())
    except OperationalError:
        if database.in_atomic_block or database.is_usable():
            raise
        database.close()
        return _by_cursor(database, question, values)


def day_of(told: date | str) -> date:
    """A day as it was found; SQLite keeps days as text."""
    return date.fromisoformat(told) if isinstance(told, str) else told


def _by_cursor(database: Any, question: str, values: Sequence[float | str]) -> list[Row]:
    with database.cursor() as cursor:
        cursor.execute(question, values)
        return list(cursor.fetchall())


def _is_listened_to(database: Any) -> bool:
    return bool(database.execute_wrappers or database.queries_logged or database.needs_rollback)


def _of_sqlite(driver: Any, question: str, values: Sequence[float | str]) -> Any:
    return driver.execute(_with_question_marks(question), values)


def _of_postgresql(driver: Any, question: str, values: Sequence[float | str]) -> Any:
    """The server keeps how it answers such a question: planning takes longer than answering."""
    from psycopg import Cursor

    return Cursor(driver).execute(question, values, prepare=True)


_ASKED_OF = {"sqlite": _of_sqlite, "postgresql": _of_postgresql}


@lru_cache(maxsize=64)
def _with_question_marks(question: str) -> str:
    return question.replace("%s", "?")
