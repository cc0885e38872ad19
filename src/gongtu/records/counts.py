"""A cache that only counts, for limits: one short statement each time, the same for all processes.

SQLite has a file of its own for it, which nobody waits for who writes to the register, and nobody
the disk; PostgreSQL a table that is not logged.  After a power cut counting begins anew.
"""

from __future__ import annotations

import sqlite3
import threading
from time import time
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

from gongtu.records.asked import rows_of

TABLE = (
    "CREATE {kind} IF NOT EXISTS records_count"
    " (name VARCHAR(200) PRIMARY KEY, number INTEGER NOT NULL, ends DOUBLE PRECISION NOT NULL)"
)
BEGIN = (
    "INSERT INTO records_count (name, number, ends) VALUES (%s, %s, %s) ON CONFLICT (name)"
    " DO UPDATE SET number = excluded.number, ends = excluded.ends WHERE records_count.ends <= %s"
    " RETURNING number"
)
COUNT = (
    "UPDATE records_count SET number = number + %s WHERE name = %s AND ends > %s RETURNING number"
)
FORGET = "DELETE FROM records_count WHERE ends <= %s RETURNING number"
CLEAR = "DELETE FROM records_count RETURNING number"
SWEPT_EACH, PATIENCE = 60.0, 5.0  # seconds


class Counts(BaseCache):
    """`add` begins to count, `incr` counts; what has ended is forgotten within minutes."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._swept = 0.0

    def add(
        self, key: str, value: int, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Whether it was not being counted before."""
        now = time()
        if now > self._swept + SWEPT_EACH:
            self._swept = now
            self._ask(FORGET, now)
        ends = self.get_backend_timeout(timeout)
        named = self.make_and_validate_key(key, version=version)
        return bool(self._ask(BEGIN, named, value, ends, now))

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """The new number.

        Raises:
            ValueError: It is not being counted, or no longer.
        """
        named = self.make_and_validate_key(key, version=version)
        counted = self._ask(COUNT, delta, named, time())
        if not counted:
            raise ValueError(key)
        return int(counted[0][0])

    def validate_key(self, key: str) -> None:
        """Any name will do: what memcached asks of names is not looked for, letter by letter."""

    def clear(self) -> None:
        self._ask(CLEAR)

    def _ask(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        return rows_of(statement, *values)


class CountsInAFile(Counts):
    """Beside SQLite; each thread has a connection of its own."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(location, params)
        self._file, self._own = location, threading.local()

    def _ask(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        return list(self._opened().execute(statement.replace("%s", "?"), values).fetchall())

    def _opened(self) -> sqlite3.Connection:
        opened: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if opened is None:
            opened = sqlite3.connect(self._file, timeout=PATIENCE, isolation_level=None)
            opened.execute("PRAGMA journal_mode=WAL")
            opened.execute("PRAGMA synchronous=OFF")
            opened.execute(TABLE.format(kind="TABLE"))
            self._own.connection = opened
        return opened
