"""Rows of equivalence: from which rung to which, and by what statement on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongtu.base.periods import Period
from gongtu.engines.entitlement.declare import Benefit
from gongtu.law import Article
from gongtu.policy.values import Confidence
from gongtu.registers.equivalence.choices import Gives
from gongtu.registers.equivalence.declare.rungs import Rung
from gongtu.registers.ladder.declare import rules
from gongtu.registers.titles.choices import Series


@dataclass(frozen=True, slots=True)
class Statement:
    """What a document says of a row from one day up to another, itself excluded.

    `fields` are the series of titles it is for; none: it tells no series.  One that is not
    confirmed (待核) has no effect on anybody; its `note` says what is known.
    """

    since: date
    until: date | None
    fields: tuple[Series, ...]
    conditions: tuple[str, ...]
    conditions_en: tuple[str, ...]
    instrument: str
    instrument_en: str
    number: str
    source: str
    source_en: str
    confidence: Confidence
    note: str
    note_en: str

    @property
    def period(self) -> Period:
        return Period(self.since, self.until)

    @property
    def is_confirmed(self) -> bool:
        return self.confidence != "unconfirmed"


@dataclass(frozen=True, slots=True)
class Row:
    """One row under its permanent key; `rule` names the rule that opens it, if one is needed."""

    key: str
    source: Rung
    target: Rung
    gives: Gives
    basis: Article
    rule: str
    statements: tuple[Statement, ...]  # the earliest first, apart from one another
    declared: str  # file and line

    def on(self, day: date) -> Statement | None:
        """What holds of it on that day; nothing before the first and after the last."""
        return next((one for one in self.statements if day in one.period), None)

    @property
    def admits(self) -> Benefit | None:
        """The rule that opens it."""
        return rules().get(self.rule)


@dataclass(frozen=True, slots=True)
class Equivalences:
    """Every row of the city, in the order of its file."""

    rows: tuple[Row, ...] = ()

    def find(self, key: str) -> Row | None:
        return next((row for row in self.rows if row.key == key), None)

    def in_force(self, on: date) -> Iterator[tuple[Row, Statement]]:
        """Each row with what is stated of it on that day."""
        told = ((row, row.on(on)) for row in self.rows)
        return ((row, stated) for row, stated in told if stated is not None)
