"""From the record to the table and back: clocks counted from days, and the day of each step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from gongtu.base.periods import add_months, months_between
from gongtu.engines.pathways.compass import Stand, Step
from gongtu.engines.pathways.declare import Move

HALF_A_YEAR = 6  # months


@dataclass(frozen=True, slots=True)
class Start:
    """The rung on each track, and since when each clock would run, had it run without a gap.

    `worked` is since when of all work; a track whose clock never ran counts from the day itself.
    `known` is on record of what moves take for granted; of what is `awaited` there is a day.
    """

    rungs: Mapping[str, str]
    worked: date
    since: Mapping[str, date]
    on: date
    known: frozenset[str] = frozenset()
    awaited: Mapping[str, date] = field(default_factory=dict)

    @property
    def stand(self) -> Stand:
        """The same in full half-years, for the tables."""
        days = (self.worked, *(self.since.get(track, self.on) for track in self.rungs))
        worked, one, two, three = (
            max(months_between(day, self.on), 0) // HALF_A_YEAR if day < self.on else 0
            for day in days
        )
        return Stand(self.rungs, (worked, one, two, three))

    def on_rung(self, track: str, rung: str, since: date) -> Start:
        """The same standing on another rung of a track."""
        rungs, shown = {**self.rungs, track: rung}, {**self.since, track: since}
        return replace(self, rungs=rungs, since=shown)


def days_of(steps: Sequence[Step], start: Start) -> list[date]:
    """The first day each step can be made, to the day, if work goes on and each is made at once.

    What a step takes for granted and is awaited is so from its day on.
    """
    days: list[date] = []
    here = start
    for step in steps:
        awaited = (start.awaited[one] for one in step.move.assumes if one in start.awaited)
        day = max([days[-1] if days else start.on, *_full(step.move, here), *awaited])
        shown = add_months(day, -step.move.enters * HALF_A_YEAR)
        here = here.on_rung(step.move.track, step.move.target, shown)
        days.append(day)
    return days


def _full(move: Move, here: Start) -> list[date]:
    """When each count of the move is full."""
    counts = [(here.worked, move.overall)] if move.overall else []
    counts += [
        (here.since.get(need.track, here.on), need.half_years)
        for need in move.needs
        if need.half_years
    ]
    return [add_months(since, half_years * HALF_A_YEAR) for since, half_years in counts]
