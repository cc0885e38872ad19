"""Looks that are written down soon after, many at once: who only looks does not wait for the disk.

A thread of each process writes what has come together, several times a second, and what is left
once the process is told to end.  What a process had not written yet when it was killed is lost: the
looks of less than a second.  Deeds are never written so, only looks.
"""

from __future__ import annotations

import logging
import threading
from collections import deque

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection

from gongtu.records.journal.lines import Line
from gongtu.records.journal.services import write_many

log = logging.getLogger(__name__)
PAUSE_SECONDS = 0.3
TOGETHER, MOST_WAITING = 1000, 20_000


class Soon:
    """Lines of this process that wait to be written, in their order."""

    def __init__(self) -> None:
        self._waiting: deque[Line] = deque()
        self._begin, self._writing = threading.Lock(), threading.Lock()
        self._thread: threading.Thread | None = None

    def add(self, line: Line) -> None:
        """Let it be written; where the database cannot keep up, the one who looks waits."""
        self._waiting.append(line)
        if self._thread is None or not self._thread.is_alive():
            self._start()
        if len(self._waiting) > MOST_WAITING:
            self.write()

    def write(self) -> int:
        """Write all that waits; how many.  What the database refuses waits on."""
        written = 0
        with self._writing:
            while some := [self._waiting.popleft() for _ in range(self._next())]:
                try:
                    written += write_many(some)
                except DatabaseError:
                    self._waiting.extendleft(reversed(some))
                    raise
        return written

    def _next(self) -> int:
        return min(len(self._waiting), TOGETHER)

    def _start(self) -> None:
        with self._begin:
            # After a fork there is no thread, whatever was begun before.
            if self._thread is None or not self._thread.is_alive():
                # Whoever asked, a web server's daemon too, may end before all is written.
                self._thread = threading.Thread(
                    target=self._go_on, name="journal-soon", daemon=False
                )
                self._thread.start()

    def _go_on(self) -> None:
        main, pause = threading.main_thread(), threading.Event()
        while main.is_alive():
            pause.wait(PAUSE_SECONDS)
            self._write_or_wait()
        self._write_or_wait()
        connection.close()

    def _write_or_wait(self) -> None:
        if not self._waiting:
            return
        close_old_connections()
        try:
            self.write()
        except DatabaseError:
            log.exception("looks could not be written down; trying again")


_soon = Soon()


def write_soon(line: Line) -> None:
    """Write down one look within a second, its instant being said in it.

    Where the settings say so (in tests, and where a process does one thing and ends) it is written
    at once, within the caller's transaction.
    """
    if settings.GONGTU_LOOKS_WRITTEN_AT_ONCE:
        write_many([line])
    else:
        _soon.add(line)
