"""Working days: weekends rest, unless the yearly notice of the State Council says otherwise.

A city's folder holds one file a year, with `holidays`, `working_days` (weekends that are worked)
and `provisional` while the year's notice is not out.  A year without a file is taken from the
`holidays` library and is always provisional.

>>> from datetime import date
>>> WorkingDays(None).is_working_day(date(2026, 9, 20))  # a Sunday worked for the National Day
True
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import holidays

from gongtu.base.errors import Broken
from gongtu.base.marked import Marked, read_yaml

_DAY = timedelta(days=1)
_SATURDAY = 5
_FIELDS = {"year", "source", "source_url", "provisional", "holidays", "working_days"}


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """The days of one year that are not as the weekday says."""

    off: frozenset[date]
    worked: frozenset[date]
    provisional: bool
    source: str


@dataclass(eq=False)
class WorkingDays:
    """The calendar of one city.

    Raises:
        Broken: A file names a day twice, a day of another year, or is no calendar.
    """

    folder: Path | None
    years: dict[int, CalendarYear] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        for path in sorted(self.folder.glob("*.yaml")) if self.folder else ():
            year, told = _read(read_yaml(path))
            self.years[year] = told

    def is_working_day(self, day: date) -> bool:
        told = self._year(day.year)
        return day in told.worked or (day.weekday() < _SATURDAY and day not in told.off)

    def is_provisional(self, year: int) -> bool:
        """The year's notice is not loaded: a term that reaches into it may still move."""
        return self._year(year).provisional

    def source(self, year: int) -> str:
        """The notice the year's days come from."""
        return self._year(year).source

    def add(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; the day itself does not count."""
        if count < 0:
            raise Broken(f"Working days are counted forward, not {count}.")
        while count:
            day += _DAY
            count -= self.is_working_day(day)
        return day

    def between(self, since: date, until: date) -> int:
        """How many working days lie after `since` up to and including `until`.

        >>> WorkingDays(None).between(date(2026, 9, 30), date(2026, 10, 10))
        3
        """
        return sum(map(self.is_working_day, _days(since, until)))

    def next_working_day(self, day: date) -> date:
        """The day itself where it is worked, else the first one after it that is."""
        while not self.is_working_day(day):
            day += _DAY
        return day

    def _year(self, year: int) -> CalendarYear:
        if year not in self.years:
            self.years[year] = _from_library(year)
        return self.years[year]


def _days(since: date, until: date) -> Iterator[date]:
    return (since + _DAY * n for n in range(1, (until - since).days + 1))


def _from_library(year: int) -> CalendarYear:
    known: Any = holidays.country_holidays("CN", years=year)
    off = frozenset(day for day in known if day.year == year)
    worked = frozenset(day for day in known.weekend_workdays if day.year == year)
    return CalendarYear(off - worked, worked, provisional=True, source="holidays")


def _read(root: Marked) -> tuple[int, CalendarYear]:
    parts = root.fields
    problems = [
        parts[name].says(f"unknown field {name!r}") for name in sorted(parts.keys() - _FIELDS)
    ]
    missing = sorted({"year", "source", "holidays", "working_days"} - parts.keys())
    if problems or missing:
        raise Broken("\n".join([*problems, *(root.says(f"{name} is missing") for name in missing)]))
    year = parts["year"].value
    off = [_date(entry.fields.get("date", entry)) for entry in parts["holidays"].value]
    worked = [_date(entry) for entry in parts["working_days"].value]
    for day in [*off, *worked]:
        if day.year != year or (off + worked).count(day) > 1:
            raise Broken(root.says(f"{day} is given twice or lies in another year than {year}"))
    provisional = "provisional" in parts and parts["provisional"].value is True
    source = str(parts["source"].value)
    return year, CalendarYear(frozenset(off), frozenset(worked), provisional, source)


def _date(entry: Marked) -> date:
    if not isinstance(entry.value, date):
        raise Broken(entry.says(f"{entry.value!r} is no day"))
    return entry.value


_active = [WorkingDays(None)]


def use(calendar: WorkingDays) -> None:
    """Count by this calendar from now on; a door calls it once, at start."""
    _active[:] = [calendar]


def active() -> WorkingDays:
    """The calendar this process counts by."""
    return _active[0]
