"""Kinds of work and when some of them start by themselves; declared where the work is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from gongtu.base.errors import Broken
from gongtu.records.context import CHINA

if TYPE_CHECKING:
    from gongtu.records.jobs.models import Job

Outcome = dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work: the function, how often it may be tried, and the pauses between."""

    kind: str
    run: Callable[[Job], Outcome]
    attempts: int
    pause: timedelta


@dataclass(frozen=True, slots=True)
class Every:
    """At a time of day (China), or again after a pause."""

    pause: timedelta | None = None
    daily: time | None = None

    def after(self, at: datetime) -> datetime:
        """The next instant after `at`.

        >>> Every(daily=time(0, 10)).after(datetime(2026, 9, 1, 12, tzinfo=CHINA)).isoformat()
        '2026-09-02T00:10:00+08:00'
        """
        if self.pause is not None:
            return at + self.pause
        here = at.astimezone(CHINA)
        next_one = datetime.combine(here.date(), self.daily or time(), tzinfo=CHINA)
        return next_one if next_one > here else next_one + timedelta(days=1)


_works: dict[str, Work] = {}
_schedule: dict[str, Every] = {}


def work(
    kind: str,
    *,
    attempts: int = 3,
    pause: timedelta = timedelta(seconds=30),
    every: Every | None = None,
) -> Callable[[Callable[[Job], Outcome]], Callable[[Job], Outcome]]:
    """Declare how a kind of work is done: `@work("roster-import")` over `def import_roster(job)`.

    The function reads `job.payload`, tells `services.progress`, and returns the outcome (JSON).  It
    may be run again after a crash, so it must complete what an earlier run began.  `Refused` ends
    the job with its reasons; any other failure is tried again after growing pauses.
    """

    def register(run: Callable[[Job], Outcome]) -> Callable[[Job], Outcome]:
        known = _works.setdefault(kind, Work(kind, run, attempts, pause))
        if known.run is not run:
            raise Broken(f"Two functions claim the work {kind!r}: {known.run} and {run}.")
        if every is not None:
            _schedule[kind] = every
        return run

    return register


def get_work(kind: str) -> Work:
    """Raises `Broken` for a kind that nobody declared (its module is not imported at start)."""
    if kind not in _works:
        raise Broken(f"Nobody declared how the work {kind!r} is done; import its module at start.")
    return _works[kind]


def is_declared(kind: str) -> bool:
    return kind in _works


def schedule() -> dict[str, Every]:
    """The kinds of work that start by themselves."""
    return dict(_schedule)
