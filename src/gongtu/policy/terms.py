"""Until when: a term of so many days, working days, months or years, from the day it began.

Basis: Civil Code arts. 201-203: the first day does not count; a term in months ends on the same
day of its last month; a term whose last day is a day of rest ends on the next working day.
"""

from datetime import date, timedelta

from gongtu.base.errors import Broken
from gongtu.base.periods import add_months
from gongtu.policy.calendar import WorkingDays
from gongtu.policy.units import TERMS
from gongtu.policy.values import Valued


def due(start: date, valued: Valued, calendar: WorkingDays) -> date | None:
    """The last day of the term; None while its length is 待核.

    Raises:
        Broken: The parameter is no length of time.
    """
    if valued.unit not in TERMS:
        raise Broken(f"“{valued.title}” is in {valued.unit}, which is no length of time.")
    if not isinstance(valued.value, int):
        return None
    if valued.unit == "工作日":
        return calendar.add(start, valued.value)
    return calendar.next_working_day(_last_day(start, valued.value, valued.unit))


def _last_day(start: date, count: int, unit: str) -> date:
    """Where the count itself leads, be it a day of rest.

    >>> _last_day(date(2026, 1, 31), 1, "月"), _last_day(date(2026, 9, 1), 15, "日")
    (datetime.date(2026, 2, 28), datetime.date(2026, 9, 16))
    """
    if unit == "日":
        return start + timedelta(days=count)
    return add_months(start, count * (12 if unit == "年" else 1))
