"""Days as the field counts them: limits in 日, 工作日 and 月, standing still and running on.

Pure arithmetic over a parameter's value and the working-day calendar; a value that is 待核
gives no due day at all, never a guessed one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from gongtu.engines.casework.declare import Limit, Stage
from gongtu.policy import Policy, Valued, calendar, terms

WORKING = "工作日"


@dataclass(frozen=True, slots=True)
class Dues:
    """The two days by which a stay must end; None where no limit is set or it is 待核."""

    legal: date | None = None
    promised: date | None = None

    @property
    def first(self) -> date:
        """The nearer of the two; behind every real day where there is none."""
        return min(self.legal or date.max, self.promised or date.max)


@dataclass(frozen=True, slots=True)
class Term:
    """One limit of a stage in force on a day, for the page: `valued.value` None is 待核."""

    name: str
    valued: Valued


def terms_of(limit: Limit | None, policy: Policy, *, on: date) -> tuple[Term, ...]:
    """The legal and the promised limit that a stay beginning on that day gets."""
    if limit is None:
        return ()
    named = (("legal", limit.legal), ("promised", limit.promised))
    return tuple(Term(name, policy.value(key, on=on)) for name, key in named if key)


def dues_of(stage: Stage, policy: Policy, *, on: date) -> Dues:
    """When a stay that begins on that day must end."""
    due = {t.name: due_after(on, t.valued) for t in terms_of(stage.limit, policy, on=on)}
    return Dues(**due)


def due_after(start: date, valued: Valued) -> date | None:
    """The last day of a term that starts running the day after `start`; None when 待核."""
    return terms.due(start, valued, calendar.active())


def resumed(due: date | None, *, left_on: date, back_on: date, unit: str) -> date | None:
    """The new due day after a clock stood still from `left_on` to `back_on`.

    What was left on the day of leaving is left on the day of return, in the limit's own unit;
    a stay that was late already stays late.
    """
    if due is None or left_on > due:
        return due
    return later(back_on, days_between(left_on, due, unit), unit)


def days_between(start: date, end: date, unit: str) -> int:
    """Days used between two days, the first not counted; working days where the limit says so."""
    if unit == WORKING:
        return calendar.active().between(start, end)
    return (end - start).days


def later(day: date, days: int, unit: str) -> date:
    """The day so many days (or working days) later, never one of rest."""
    if unit == WORKING:
        return calendar.active().add(day, days)
    return calendar.active().next_working_day(day + timedelta(days=days))


def extended(due: date | None, by: Valued, count: int) -> date | None:
    """A due day put off by `count` of the extension's unit."""
    return None if due is None else due_after(due, replace(by, value=count))
