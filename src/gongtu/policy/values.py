"""One value of one parameter: what it is, since when, by which document, how sure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongtu.policy.units import Amount

Confidence = Literal["high", "medium", "low", "unconfirmed"]
Origin = Literal["decision", "overlay", "file"]
Table = Mapping[str, Amount | None]

CONFIDENCES = {"high": "已核实", "medium": "基本核实", "low": "来源较弱", "unconfirmed": "待核"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a file, an overlay or a decision states from one day up to another, itself excluded."""

    since: date
    until: date | None = None
    value: Amount | Table | None = None
    instrument: str = ""
    number: str = ""
    issued_on: date | None = None
    source: str = ""
    confidence: Confidence = "high"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedValue(Stated):
    """An approved parameter decision; `origin_id` is its number on record."""

    origin_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Valued:
    """The value of a parameter on a day; `value` is None while nobody has decided it (待核).

    `since` is None where the parameter has no value that early; `until` is the first day on
    which it has another; `decides` is the role that may decide it.
    """

    value: Amount | Table | None
    unit: str
    title: str
    since: date | None
    until: date | None
    instrument: str
    number: str
    issued_on: date | None
    source: str
    confidence: Confidence
    note: str
    decides: str
    origin: Origin
    row: str | None = None

    @property
    def is_known(self) -> bool:
        return self.value is not None

    @property
    def document(self) -> str:
        """The document with its number, once each.

        The number is part of the name in many files, and then is not repeated.
        """
        if not self.number or self.number in self.instrument:
            return self.instrument
        return f"{self.instrument}（{self.number}）" if self.instrument else self.number
