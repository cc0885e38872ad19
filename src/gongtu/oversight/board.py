"""The supervision board (Art. 41): obligations by bearer, figure, trend and overdue cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from gongtu.engines.casework import queries as cases
from gongtu.engines.indicators import queries as figures
from gongtu.engines.indicators.declare import Indicator
from gongtu.engines.indicators.queries import Figure
from gongtu.law.obligations import Bearer, Side
from gongtu.oversight.lawmap import Row, State, law_map
from gongtu.records.journal.queries import last_entry

BOARDS = 64
"""How many divisions and days a process keeps at hand."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One indicator as the board shows it: now, and how it went."""

    now: Figure
    trend: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One norm on the board."""

    row: Row
    readings: tuple[Reading, ...]
    overdue: Mapping[str, int]
    """Late cases by procedure, of those procedures alone that have any."""

    @property
    def overdue_cases(self) -> int:
        return sum(self.overdue.values())


@dataclass(frozen=True, slots=True)
class Total:
    """How many norms lie on a bearer, and how far they are carried out."""

    bearer: Bearer
    norms: int
    carried_out: int
    not_yet: int
    overdue_cases: int


@dataclass(frozen=True, slots=True)
class Board:
    """Every norm of articles 3-41 as of a day."""

    on: date
    lines: tuple[Line, ...]

    def of_side(self, side: Side) -> list[Line]:
        return [line for line in self.lines if side in line.row.obligation.sides]

    def of_bearer(self, bearer: Bearer) -> list[Line]:
        return [line for line in self.lines if bearer in line.row.obligation.bearers]

    def totals(self) -> list[Total]:
        """One row a bearer, in the order of the closed list."""
        return [self._total(bearer) for bearer in Bearer if self.of_bearer(bearer)]

    def _total(self, bearer: Bearer) -> Total:
        lines = self.of_bearer(bearer)
        states = [line.row.state for line in lines]
        # A procedure may carry out several norms of one bearer; its cases count once.
        overdue = {key: late for line in lines for key, late in line.overdue.items()}
        return Total(
            bearer=bearer,
            norms=len(lines),
            carried_out=states.count(State.CARRIED_OUT),
            not_yet=states.count(State.NOT_YET),
            overdue_cases=sum(overdue.values()),
        )


def read_board(*, on: date, division: str | None = None, full: bool = False) -> Board:
    """The board; counts of small groups hidden unless `full`.

    Every event is in the journal, so what was read since its newest entry is read but once.
    """
    return _read(last_entry(), on, division, full)


@lru_cache(maxsize=BOARDS)
def _read(_entry: int, on: date, division: str | None, full: bool) -> Board:
    standing = cases.count_standing(on=on, division=division)
    readings = {
        indicator.key: _reading(indicator, on, division, full)
        for row in law_map()
        for indicator in row.indicators
    }
    return Board(on, tuple(_line(row, readings, standing) for row in law_map()))


def _reading(indicator: Indicator, on: date, division: str | None, full: bool) -> Reading:
    trend = figures.trend(indicator, on=on, division=division, full=full)
    return Reading(trend[-1], tuple(trend))


def _line(row: Row, readings: dict[str, Reading], standing: dict[str, cases.Standing]) -> Line:
    late = {p.key: standing[p.key].overdue for p in row.procedures if p.key in standing}
    return Line(
        row=row,
        readings=tuple(readings[indicator.key] for indicator in row.indicators),
        overdue={key: count for key, count in late.items() if count},
    )
