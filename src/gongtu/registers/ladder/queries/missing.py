"""How much is missing of a condition that counts years, and when it will be full."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from gongtu.base.bilingual import Word
from gongtu.base.periods import add_months, months_between
from gongtu.base.speech import gettext as _
from gongtu.engines.casework.texts import worded
from gongtu.engines.entitlement.asking import FactGround, Finding, ParameterGround
from gongtu.registers.ladder.facts import Counted

YEAR = 12
COUNTED = f"{Counted.__name__}."
UNTIL, NOW = f"{COUNTED}until", f"{COUNTED}now"


def months_missing(finding: Finding) -> int:
    """How many months are missing of a count of years, begun ones counted; 0 where none is.

    What must come first and has not come leaves the whole count missing.
    """
    if (counted := _counted(finding)) is None:
        return 0
    until = counted.until
    full = add_months(counted.since or until, counted.years * YEAR)
    whole = months_between(until, full)
    return whole + (add_months(until, whole) < full)


def full_on(finding: Finding) -> date | None:
    """The day on which a count of years still missing is full, if the work goes on until then.

    None where it does not go on today, or what must come first has not come.
    """
    counted = _counted(finding)
    if counted is None or counted.since is None or not counted.goes_on:
        return None
    full = add_months(counted.since, counted.years * YEAR)
    return full if full > counted.until else None


def lacking(finding: Finding, folder: Path) -> Word | str:
    """The condition, with the time that is missing where it counts years."""
    months = months_missing(finding)
    says = worded(finding.condition.says, folder)
    if not months:
        return says
    return _("%(says)s，还差%(span)s") % {"says": says, "span": span_of(months)}


def span_of(months: int) -> str:
    """So many months as people say them: years and months, neither where it is none.

    >>> span_of(48), span_of(6), span_of(13)
    ('4年', '6个月', '1年1个月')
    """
    years, rest = divmod(months, YEAR)
    of_years = _("1年") if years == 1 else _("%(n)s年") % {"n": years}
    of_months = _("1个月") if rest == 1 else _("%(n)s个月") % {"n": rest}
    if not years or not rest:
        return of_years if years else of_months
    return _("%(years)s%(months)s") % {"years": of_years, "months": of_months}


class _Count(NamedTuple):
    """So many years asked, counted from a day up to another; whether the work goes on."""

    years: int
    since: date | None
    until: date
    goes_on: bool


def _counted(finding: Finding) -> _Count | None:
    """What a condition counted; None where it counts no years, or nobody knows how many."""
    years = [g.value for g in finding.grounds if isinstance(g, ParameterGround)]
    told = {
        ground.fact.key: ground.value
        for ground in finding.grounds
        if isinstance(ground, FactGround) and ground.fact.key.startswith(COUNTED)
    }
    until, goes_on = told.pop(UNTIL, None), told.pop(NOW, None)
    if not years or years[0] is None or until is None:
        return None
    since = next((day for day in told.values() if day is not None), None)
    return _Count(years[0], since, until, bool(goes_on))
