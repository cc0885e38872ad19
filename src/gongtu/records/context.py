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
_clock: ContextVar[datetime | None] = ContextVar("clock", default=None)


@contextmanager
def acting_at(instant: datetime, *, clock: datetime | None = None) -> Iterator[None]:
    """Within this block, what happens happens at `instant` (aware).

    `clock` is what clocks elsewhere say meanwhile, where the day of a demo city stands still.
    """
    before, clock_before = _acting_at.set(instant), _clock.set(clock or instant)
    try:
        yield
    finally:
        _clock.reset(clock_before)
        _acting_at.reset(before)


def instant_of(on: date) -> datetime:
    """The instant a door has set, or midday in China on the day.

    >>> instant_of(date(2026, 9, 1)).isoformat()
    '2026-09-01T12:00:00+08:00'
    """
    return _acting_at.get() or datetime.combine(on, time(12), tzinfo=CHINA)


def latest_of(on: date) -> datetime:
    """The latest that it can be now by any clock that goes right.

    Where no door has spoken the day may be at its end; so may one that stands still, and outside
    it time goes on.

    >>> latest_of(date(2026, 9, 1)).isoformat()
    '2026-09-01T23:59:59.999999+08:00'
    """
    instant, clock = _acting_at.get(), _clock.get()
    day = instant.astimezone(CHINA).date() if instant else on
    end = datetime.combine(day, time.max, tzinfo=CHINA)
    if clock is None:
        return end
    return clock if clock.astimezone(CHINA).date() == day else max(clock, end)
