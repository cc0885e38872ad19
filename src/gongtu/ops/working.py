"""What a worker does, again and again: start what is due, deliver messages, do what waits."""

import logging
import os
import signal
import threading
from datetime import date, datetime
from types import FrameType

from django.conf import settings
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from gongtu.records.context import acting_at
from gongtu.records.jobs import services as jobs
from gongtu.records.jobs.backend import drain
from gongtu.records.outbox.delivery import deliver_due

log = logging.getLogger(__name__)
PAUSE_SECONDS = 1.0


class Worker:
    """One process; any number may run beside each other, and any may be killed at any moment."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._name = f"worker-{os.getpid()}"

    def work(self) -> None:
        """Until told to stop; a task that has begun is ended first."""
        signal.signal(signal.SIGTERM, self._stop_soon)
        signal.signal(signal.SIGINT, self._stop_soon)
        while not self._stop.is_set():
            self._round_that_survives()
            self._stop.wait(PAUSE_SECONDS)

    def round(self) -> None:
        """Once through everything."""
        at = timezone.localtime()
        with acting_at(instant(at), clock=at):
            jobs.reap(at)
            jobs.start_due(at, on=instant(at).date())
            deliver_due(at)
            drain(self._name)

    def _round_that_survives(self) -> None:
        close_old_connections()
        try:
            self.round()
        except DatabaseError:
            log.exception("the database did not answer; trying again")

    def _stop_soon(self, _number: int, _frame: FrameType | None) -> None:
        self._stop.set()


def instant(at: datetime) -> datetime:
    """The same time of the day on which the demo city stands still, if it does."""
    fixed: date | None = settings.GONGTU_TODAY
    return at if fixed is None else at.replace(fixed.year, fixed.month, fixed.day)


def today() -> date:
    """The platform's day: the demo city's if it stands still, else the real one."""
    return instant(timezone.localtime()).date()
