"""What an indicator says on a day, how it went, and what is behind it.

One function reads each number, so that page, export, board and API cannot disagree.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gongtu.base.periods import Period, last_day
from gongtu.engines.indicators.declare import Behind, Indicator, Within
from gongtu.engines.indicators.disclosure import disclose
from gongtu.policy import shared

SPANS_SHOWN = 6
"""How many points a trend has: what fits a phone."""
MINIMUM_CELL = "minimum_cell"


@dataclass(frozen=True, slots=True)
class Figure:
    """One value: `value` is None where it is hidden as too small to publish."""

    indicator: Indicator
    since: date
    until: date
    value: int | None
    division: str | None = None

    @property
    def is_hidden(self) -> bool:
        return self.value is None

    @property
    def last_day(self) -> date:
        """The last day that counts, for readers who expect an inclusive end."""
        return last_day(self.until)


def figure(
    indicator: Indicator, *, on: date, division: str | None = None, full: bool = False
) -> Figure:
    """The value for the span around a day, up to that day; `full` for those entitled to see it."""
    within = _within(indicator, indicator.span.around(on), on, division)
    return _figure(indicator, within, on=on, full=full)


def trend(
    indicator: Indicator, *, on: date, division: str | None = None, full: bool = False
) -> list[Figure]:
    """The last spans, oldest first."""
    spans = indicator.span.last(on, SPANS_SHOWN)
    withins = (_within(indicator, span, on, division) for span in spans)
    return [_figure(indicator, within, on=on, full=full) for within in withins]


def by_division(indicator: Indicator, *, on: date, full: bool = False) -> list[Figure]:
    """The value of each division; small cells of persons hidden unless `full`."""
    within = _within(indicator, indicator.span.around(on), on, None)
    cells = indicator.measure.tally(within, by="division")
    shown = dict(cells) if full or not indicator.people else _disclosed(cells, on)
    return [
        Figure(indicator, within.since, within.until, value, code)
        for code, value in sorted(shown.items())
    ]


def behind(
    indicator: Indicator, *, on: date, division: str | None, limit: int, after: str = ""
) -> Sequence[Behind]:
    """The things counted by the value for the span around a day, a page at a time."""
    within = _within(indicator, indicator.span.around(on), on, division)
    return indicator.measure.behind(within, limit=limit, after=after)


def _figure(indicator: Indicator, within: Within, *, on: date, full: bool) -> Figure:
    count = indicator.measure.tally(within).get("", 0)
    hide = indicator.people and within.division is not None and not full
    value = _disclosed({"": count}, on)[""] if hide else count
    return Figure(indicator, within.since, within.until, value, within.division)


def _disclosed(cells: dict[str, int], on: date) -> dict[str, int | None]:
    return disclose(cells, minimum=shared.platform.count(MINIMUM_CELL, on=on) or 0)


def _within(indicator: Indicator, span: Period, on: date, division: str | None) -> Within:
    """The span cut at the day itself: nothing of tomorrow counts; a level is taken on the day."""
    tomorrow = on + timedelta(days=1)
    until = min(span.until or tomorrow, tomorrow)
    since = until - timedelta(days=1) if indicator.level else span.since
    return Within(since, until, division)
