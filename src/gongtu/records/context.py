"""The instant at which the person in front of a door acts.

Below the doors nothing reads a clock: services take `on`, the day.  A door that knows the instant
sets it once around the call, and the journal writes it down; where no door has spoken (imports,
demo data, tests) an act is dated to the midday of its day, always the same.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")

_acting_at: ContextVar[datetime | None] = ContextVar("acting_at", default=None)


@contextmanager
def acting_at(instant: datetime) -> Iterator[None]:
    """Within this block, what happens happens at `instant` (aware)."""
    before = _acting_at.set(instant)
    try:
        yield
    finally:
        _acting_at.reset(before)


def instant_of(on: date) -> datetime:
    """The instant a door has set, or midday in China on the day.

    >>> instant_of(date(2026, 9, 1)).isoformat()
    '2026-09-01T12:00:00+08:00'
    """
    return _acting_at.get() or datetime.combine(on, time(12), tzinfo=CHINA)
