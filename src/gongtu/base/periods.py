"""Spans of days whose end is excluded, and whole months and years between days."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from gongtu.base.errors import Broken

MONTHS_IN_YEAR = 12
SHORTEST_MONTH = 28  # days that every month has


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` up to, but not including, `until`; open where `until` is None.

    >>> year = Period(date(2026, 1, 1), date(2027, 1, 1))
    >>> date(2026, 12, 31) in year, date(2027, 1, 1) in year, year.days
    (True, False, 365)
    >>> year.overlaps(Period(date(2027, 1, 1))), year.overlaps(Period(date(2026, 5, 1)))
    (False, True)
    """

    since: date
    until: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until <= self.since:
            raise Broken(f"A period from {self.since} cannot end before {self.until}.")

    def __contains__(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)

    def overlaps(self, other: Period) -> bool:
        """Whether some day lies in both."""
        starts_before_end = self.until is None or other.since < self.until
        return starts_before_end and (other.until is None or self.since < other.until)

    @property
    def days(self) -> int | None:
        """How many days it has; None while it is open."""
        return None if self.until is None else (self.until - self.since).days


def last_day(until: date) -> date:
    """The last day of a span that ends before `until`, as people say until when it lasts.

    >>> last_day(date(2029, 9, 1))
    datetime.date(2029, 8, 31)
    """
    return until - timedelta(days=1)


def month_of(day: date) -> Period:
    """The calendar month a day lies in.

    >>> month_of(date(2026, 12, 5))
    Period(since=datetime.date(2026, 12, 1), until=datetime.date(2027, 1, 1))
    """
    return _months_from(day.replace(day=1), 1)


def quarter_of(day: date) -> Period:
    """The calendar quarter a day lies in.

    >>> quarter_of(date(2026, 8, 5)).since
    datetime.date(2026, 7, 1)
    """
    return _months_from(date(day.year, (day.month - 1) // 3 * 3 + 1, 1), 3)


def year_of(day: date) -> Period:
    """The calendar year a day lies in.

    >>> year_of(date(2026, 8, 5)).days
    365
    """
    return _months_from(date(day.year, 1, 1), MONTHS_IN_YEAR)


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day where it has no such day.

    Basis: Civil Code art. 202.

    >>> add_months(date(2026, 1, 31), 1), add_months(date(2026, 3, 1), -12)
    (datetime.date(2026, 2, 28), datetime.date(2025, 3, 1))
    """
    year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + months, MONTHS_IN_YEAR)
    if day.day <= SHORTEST_MONTH:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(since: date, until: date) -> int:
    """How many whole months lie between two days; negative where the second is earlier.

    >>> months_between(date(2026, 1, 31), date(2026, 2, 28))
    1
    >>> months_between(date(2026, 1, 15), date(2027, 1, 14))
    11
    """
    months = (until.year - since.year) * MONTHS_IN_YEAR + until.month - since.month
    if since.day <= until.day or _ends_month(until):
        return months
    return months - 1


def _ends_month(day: date) -> bool:
    return day.day >= SHORTEST_MONTH and day.day == monthrange(day.year, day.month)[1]


def years_between(since: date, until: date) -> int:
    """Whole years, as ages are counted.

    >>> years_between(date(2008, 9, 2), date(2026, 9, 1))
    17
    """
    return months_between(since, until) // MONTHS_IN_YEAR


def _months_from(since: date, months: int) -> Period:
    return Period(since, add_months(since, months))
