"""A cache that only counts, for limits: one short statement each time, the same for all processes.

SQLite has a file of its own for it, which nobody waits for who writes to the register, and nobody
the disk; PostgreSQL a table that is not logged.  After a power cut counting begins anew.
"""

from __future__ import annotations

import sqlite3
import threading
from time import time
from typing import Any, Protocol

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache

from gongtu.records.asked import rows_of

TABLE = (
    "CREATE {kind} IF NOT EXISTS records_count"
    " (name VARCHAR(200) PRIMARY KEY, number INTEGER NOT NULL, ends DOUBLE PRECISION NOT NULL)"
)
COUNT = (
    "INSERT INTO records_count (name, number, ends) VALUES (%s, 1, %s) ON CONFLICT (name)"
    " DO UPDATE SET"
    " number = CASE WHEN records_count.ends <= %s THEN 1 ELSE records_count.number + 1 END,"
    " ends = CASE WHEN records_count.ends <= %s THEN excluded.ends ELSE records_count.ends END"
    " RETURNING number"
)
FORGET = "DELETE FROM records_count WHERE ends <= %s RETURNING number"
CLEAR = "DELETE FROM records_count RETURNING number"
SWEPT_EACH, PATIENCE = 60.0, 5.0  # seconds


class Counting(Protocol):
    """What counts for limits."""

    def count(self, key: str, seconds: float) -> int:
        """Count one more; how many it is since the count began, no longer ago than `seconds`."""


class Counts(BaseCache):
    """What has ended is forgotten within minutes."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._swept = 0.0

    def count(self, key: str, seconds: float) -> int:
        now = time()
        if now > self._swept + SWEPT_EACH:
            self._swept = now
            self._ask(FORGET, now)
        ((counted,),) = self._ask(COUNT, self.make_key(key), now + seconds, now, now)
        return int(counted)

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


class CountsInMemory(LocMemCache):
    """Of one process only, for tests."""

    def count(self, key: str, seconds: float) -> int:
        self.add(key, 0, seconds)
        return self.incr(key)
