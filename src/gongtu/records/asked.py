"""Fixed questions to the database that are asked thousands of times a second."""

from datetime import date
from functools import lru_cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections


def rows_of(question: str, *values: float | str) -> list[tuple[Any, ...]]:
    """Every row that a SELECT finds; each value takes the place of a `%s`.

    The driver is asked itself, as Django's cursor takes several times as long as the answer.  Where
    somebody listens in (a page that may only read, a test that counts), or there is no sound
    connection yet, the question goes through that cursor.
    """
    database = connections[DEFAULT_DB_ALIAS]
    driver = database.connection
    if driver is None or _is_listened_to(database):
        with database.cursor() as cursor:
            cursor.execute(question, values)
            return list(cursor.fetchall())
    with database.wrap_database_errors:
        return list(driver.execute(_written_for(database.vendor, question), values).fetchall())


def day_of(told: date | str) -> date:
    """A day as it was found; SQLite keeps days as text."""
    return date.fromisoformat(told) if isinstance(told, str) else told


def _is_listened_to(database: Any) -> bool:
    return bool(database.execute_wrappers or database.queries_logged or database.needs_rollback)


@lru_cache(maxsize=64)
def _written_for(vendor: str, question: str) -> str:
    return question.replace("%s", "?") if vendor == "sqlite" else question
