"""`parameters.yaml` into parameters; every problem of a file is told at once, with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any, cast, get_args

from gongtu.base.errors import Broken, Refused
from gongtu.base.marked import Marked
from gongtu.base.periods import Period
from gongtu.law import Article, article
from gongtu.policy.units import amount_of, is_unit
from gongtu.policy.values import Confidence, Stated

_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\Z")
_FIELDS = {"title", "unit", "basis", "because", "decides", "rows", "values", "note"}
_VALUE_FIELDS = {
    "from",
    "until",
    "value",
    "instrument",
    "number",
    "issued_on",
    "source",
    "confidence",
    "note",
}


@dataclass(frozen=True, slots=True)
class Written:
    """One entry of the file; `basis` is the article it rests on, `because` why there is none."""

    title: str
    unit: str
    basis: Article | None
    because: str
    decides: str
    note: str
    values: tuple[Stated, ...]
    rows: Mapping[str, str]
    path: str
    line: int


def read_parameters(root: Marked) -> dict[str, Written]:
    """Every parameter of a file, by name.

    Raises:
        Broken: Naming file and line of everything wrong in it.
    """
    reading = _Reading()
    written = {name: reading.parameter(name, entry) for name, entry in root.fields.items()}
    reading.settle()
    return written


def read_values(entry: Marked, unit: str) -> tuple[Stated, ...]:
    """The dated values of one entry of an overlay, in the parameter's own unit.

    Raises:
        Broken: Naming file and line of everything wrong in it.
    """
    reading = _Reading()
    values = reading.entry(entry, unit)
    reading.settle()
    return values


@dataclass
class _Reading:
    """Reads entries, collecting problems."""

    problems: list[str] = field(default_factory=list)

    def entry(self, entry: Marked, unit: str) -> tuple[Stated, ...]:
        parts = self._fields(entry, {"values"}, needed=("values",))
        return self.values(parts["values"], unit) if "values" in parts else ()

    def parameter(self, name: str, entry: Marked) -> Written:
        if not _NAME.match(name):
            self._wrong(entry, f"{name!r} is no name for a parameter")
        parts = self._fields(entry, _FIELDS, needed=("title", "unit", "decides", "values"))
        unit, because = self._text(parts, "unit"), self._text(parts, "because")
        if unit and not is_unit(unit):
            self._wrong(parts["unit"], f"{name}: unknown unit {unit!r}")
        basis = self._basis(parts["basis"]) if "basis" in parts else None
        if "basis" not in parts and not because:
            self._wrong(entry, f"{name}: neither an article (basis) nor a reason (because)")
        values = self.values(parts["values"], unit) if "values" in parts else ()
        rows = self._rows(parts, values)
        return Written(
            title=self._text(parts, "title"),
            unit=unit,
            basis=basis,
            because=because,
            decides=self._text(parts, "decides"),
            note=self._text(parts, "note"),
            values=values,
            rows=rows,
            path=str(entry.path),
            line=entry.line,
        )

    def values(self, entries: Marked, unit: str) -> tuple[Stated, ...]:
        """The dated values of one parameter, oldest first."""
        if not isinstance(entries.value, tuple) or not entries.value:
            self._wrong(entries, "values is no list of dated values")
            return ()
        made = [(entry, self._value(entry, unit)) for entry in entries.value]
        read = sorted(((e, v) for e, v in made if v), key=lambda pair: pair[1].since)
        self._check_spans(read)
        self._check_rows(read)
        return tuple(value for _, value in read)

    def settle(self) -> None:
        """Raise `Broken` naming everything found so far."""
        if self.problems:
            raise Broken("\n".join(self.problems))

    def _value(self, entry: Marked, unit: str) -> Stated | None:
        before = len(self.problems)
        parts = self._fields(entry, _VALUE_FIELDS, needed=("from", "value", "confidence"))
        since = self._date(parts, "from")
        if since is None:
            return None
        value = self._amount(parts["value"], unit) if "value" in parts else None
        stated = Stated(
            since=since,
            until=self._date(parts, "until"),
            value=value,
            instrument=self._text(parts, "instrument"),
            number=self._text(parts, "number"),
            issued_on=self._date(parts, "issued_on"),
            source=self._text(parts, "source"),
            confidence=self._confidence(parts),
            note=self._text(parts, "note"),
        )
        if len(self.problems) == before:  # what cannot be read is not also unfounded
            self.problems.extend(entry.says(problem) for problem in _unfounded(stated))
        return stated

    def _amount(self, raw: Marked, unit: str) -> Any:
        if raw.value is None:
            return None
        if isinstance(raw.value, dict):
            return {row: self._amount(cell, unit) for row, cell in raw.value.items()}
        try:
            return amount_of(unit, raw.value) if is_unit(unit) else None
        except Refused as refusal:
            self._wrong(raw, str(refusal))
            return None

    def _check_spans(self, read: list[tuple[Marked, Stated]]) -> None:
        for entry, value in read:
            if value.until is not None and value.until <= value.since:
                self._wrong(entry, f"it ends on {value.until}, not after {value.since}")
        for (_, one), (entry, other) in pairwise(read):
            ends = one.until is not None and one.until <= one.since
            if one.since == other.since or (
                not ends and one.until and Period(one.since, one.until).overlaps(_open(other))
            ):
                self._wrong(entry, f"the values from {one.since} and {other.since} overlap")

    def _check_rows(self, read: list[tuple[Marked, Stated]]) -> None:
        shapes = [(entry, _shape(value)) for entry, value in read if value.value is not None]
        for entry, rows in shapes[1:]:
            if rows != shapes[0][1]:
                want = ", ".join(shapes[0][1]) or "one value"
                self._wrong(entry, f"its rows are {', '.join(rows) or 'one value'}, not {want}")

    def _rows(self, parts: dict[str, Marked], values: tuple[Stated, ...]) -> dict[str, str]:
        """The rows with their titles; of a table that does not title them, the rows themselves."""
        shape = next((_shape(value) for value in values if value.value is not None), ())
        if "rows" not in parts:
            return {row: row for row in shape}
        entry = parts["rows"]
        if not isinstance(entry.value, dict) or not entry.value:
            self._wrong(entry, "rows is no mapping of rows to their titles")
            return {}
        if shape and set(shape) != set(entry.value):
            self._wrong(entry, f"its values have the rows {', '.join(shape)}")
        return {row: str(title.value) for row, title in entry.value.items()}

    def _fields(self, entry: Marked, known: set[str], needed: tuple[str, ...]) -> dict[str, Marked]:
        if not isinstance(entry.value, dict):
            self._wrong(entry, "a mapping is expected here")
            return {}
        for name in sorted(entry.value.keys() - known):
            self._wrong(entry.value[name], f"unknown field {name!r}")
        for name in needed:
            if name not in entry.value:
                self._wrong(entry, f"{name} is missing")
        return dict(entry.value)

    def _basis(self, entry: Marked) -> Article | None:
        parts = self._fields(entry, {"article", "paragraph"}, needed=("article",))
        numbers = [parts[name].value for name in ("article", "paragraph") if name in parts]
        if not numbers or not all(isinstance(number, int) for number in numbers):
            return None
        try:
            return article(*numbers)
        except Broken as broken:
            self._wrong(entry, str(broken))
            return None

    def _confidence(self, parts: dict[str, Marked]) -> Confidence:
        told = parts["confidence"].value if "confidence" in parts else "unconfirmed"
        if told not in get_args(Confidence):
            self._wrong(parts["confidence"], f"unknown confidence {told!r}")
            return "unconfirmed"
        return cast("Confidence", told)

    def _text(self, parts: dict[str, Marked], name: str) -> str:
        if name not in parts or parts[name].value is None:
            return ""
        if isinstance(parts[name].value, dict | tuple):
            self._wrong(parts[name], f"{name} is no text")
            return ""
        return str(parts[name].value).strip()

    def _date(self, parts: dict[str, Marked], name: str) -> date | None:
        if name not in parts or parts[name].value is None:
            return None
        day = parts[name].value
        if not isinstance(day, date):
            self._wrong(parts[name], f"{name} is no day: {day!r}")
            return None
        return day

    def _wrong(self, where: Marked, what: str) -> None:
        self.problems.append(where.says(what))


def _unfounded(stated: Stated) -> Iterator[str]:
    if stated.value is None and stated.confidence != "unconfirmed":
        yield "no value is given, so its confidence can only be unconfirmed"
    if stated.value is not None and stated.confidence == "unconfirmed":
        yield "an unconfirmed value is a guess: leave it null and say in a note what is known"
    if stated.value is not None and not stated.source:
        yield "a value needs its source"
    if stated.value is None and not stated.source and not stated.note:
        yield "what is unconfirmed needs a source or a note saying why"


def _shape(stated: Stated) -> tuple[str, ...]:
    return tuple(stated.value) if isinstance(stated.value, dict) else ()


def _open(stated: Stated) -> Period:
    return Period(stated.since)
