"""The city's file of equivalences into rows; every mistake is told at once, with its line."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import cast, get_args

from gongtu.base.errors import Broken
from gongtu.base.marked import Marked, read_yaml
from gongtu.law import Article, article
from gongtu.policy.city.fields import Fields
from gongtu.policy.values import Confidence
from gongtu.registers.equivalence.choices import Gives, Side
from gongtu.registers.equivalence.declare.rows import Row, Statement
from gongtu.registers.equivalence.declare.rungs import Rung, rungs_of
from gongtu.registers.titles.choices import Series

STATUTE = article(24, 1)


def read_rows(path: Path) -> tuple[Row, ...]:
    """Every row of the file; none where the city has no such file.

    Raises:
        Broken: Naming file and line of everything that cannot be read.
    """
    if not path.exists():
        return ()
    reading = _Reading()
    rows = [reading.row(key, entry) for key, entry in read_yaml(path).fields.items()]
    reading.finish()
    return tuple(row for row in rows if row is not None)


class _Reading(Fields):
    """One pass over the file."""

    def row(self, key: str, entry: Marked) -> Row | None:
        source, target = self._rung(entry, "from"), self._rung(entry, "to")
        gives = self._choice(entry, "gives", Gives)
        statements = self._statements(entry)
        if source is None or target is None or gives is None:
            return None
        vague = not source.key or (not target.key and gives is not Gives.COUNTS)
        if vague and any(one.is_confirmed for one in statements):
            self.problems.append(
                entry.says(f"row {key!r} names no rung, so it can only be unconfirmed")
            )
        rule = self._text(entry, "rule", default="")
        declared = f"{entry.path}:{entry.line}"
        return Row(key, source, target, gives, self._basis(entry), rule, statements, declared)

    def _rung(self, entry: Marked, name: str) -> Rung | None:
        """One side with one of its rungs; an empty rung is one that cannot be told."""
        fields = self._part(entry, name).fields
        if len(fields) != 1:
            self._wrong(entry, name, "one side with its rung is expected, such as {grade: senior}")
            return None
        ((side, mark),) = fields.items()
        if side not in list(Side):
            self.problems.append(mark.says(f"{name}: no side is called {side!r}"))
            return None
        key = "" if mark.value is None else str(mark.value)
        if key and key not in rungs_of(Side(side)):
            self.problems.append(mark.says(f"{name}: no {side} is called {key!r}"))
            return None
        return Rung(Side(side), key)

    def _statements(self, entry: Marked) -> tuple[Statement, ...]:
        marks = self._list(entry, "statements")
        read = [(mark, self._statement(mark)) for mark in marks]
        told = sorted(
            ((mark, one) for mark, one in read if one is not None), key=lambda pair: pair[1].since
        )
        for (_, one), (mark, other) in pairwise(told):
            if one.period.overlaps(other.period):
                days = f"those from {one.since} and {other.since}"
                self.problems.append(mark.says(f"statements overlap: {days}"))
        return tuple(one for _, one in told)

    def _statement(self, entry: Marked) -> Statement | None:
        since, until = self._day(entry, "from"), self._day(entry, "until", optional=True)
        confidence = self._confidence(entry)
        confirmed = confidence != "unconfirmed"
        if since is None:
            return None
        if until is not None and until <= since:
            self._wrong(entry, "until", f"it ends on {until}, not after {since}")
            return None
        conditions, english = self._words(entry, "conditions"), self._words(entry, "conditions_en")
        if len(conditions) != len(english):
            self._wrong(entry, "conditions_en", "as many as there are conditions are expected")
        return Statement(
            since=since,
            until=until,
            fields=tuple(self._series(entry)),
            conditions=conditions,
            conditions_en=english,
            instrument=self._text(entry, "instrument", default=None if confirmed else ""),
            instrument_en=self._text(entry, "instrument_en", default=None if confirmed else ""),
            number=self._text(entry, "number", default=""),
            source=self._text(entry, "source", default=None if confirmed else ""),
            source_en=self._text(entry, "source_en", default=None if confirmed else ""),
            confidence=confidence,
            note=self._text(entry, "note", default="" if confirmed else None),
            note_en=self._text(entry, "note_en", default="" if confirmed else None),
        )

    def _series(self, entry: Marked) -> list[Series]:
        marks = self._list(entry, "fields") if "fields" in entry.fields else ()
        strange = [mark for mark in marks if mark.value not in list(Series)]
        self.problems += [mark.says(f"no series is called {mark.value!r}") for mark in strange]
        return [Series(mark.value) for mark in marks if mark not in strange]

    def _words(self, entry: Marked, name: str) -> tuple[str, ...]:
        return self._texts(entry, name) if name in entry.fields else ()

    def _confidence(self, entry: Marked) -> Confidence:
        told = self._text(entry, "confidence")
        if told in get_args(Confidence):
            return cast("Confidence", told)
        self._wrong(entry, "confidence", f"confidence is none of {', '.join(get_args(Confidence))}")
        return "unconfirmed"

    def _basis(self, entry: Marked) -> Article:
        fields = self._part(entry, "basis").fields
        numbers = [fields[name].value for name in ("article", "paragraph") if name in fields]
        try:
            return article(*numbers)
        except (Broken, TypeError):
            self._wrong(entry, "basis", "no such article of the statute")
            return STATUTE

    def _choice(self, entry: Marked, name: str, kind: type[Gives]) -> Gives | None:
        told = self._text(entry, name)
        if told in list(kind):
            return kind(told)
        self._wrong(entry, name, f"{name} is none of {', '.join(kind)}")
        return None

    def _day(self, entry: Marked, name: str, *, optional: bool = False) -> date | None:
        mark = entry.fields.get(name)
        if mark is not None and isinstance(mark.value, date):
            return mark.value
        if mark is not None or not optional:
            self._wrong(entry, name, f"{name}: a day is expected")
        return None

    def _wrong(self, entry: Marked, name: str, what: str) -> None:
        self.problems.append(entry.fields.get(name, entry).says(what))
