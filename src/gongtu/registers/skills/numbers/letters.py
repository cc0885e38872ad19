"""The letters of certificates' numbers: data, because later ones may be published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gongtu.base.marked import Marked, read_yaml

FILE = Path(__file__).with_name("letters.yaml")
UNCONFIRMED = "unconfirmed"
EMPLOYER, SOCIAL = "Y", "S"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What one letter means; `source` says where that stands."""

    title: str
    title_en: str
    source: str
    confidence: str

    @property
    def confirmed(self) -> bool:
        return self.confidence != UNCONFIRMED


@dataclass(frozen=True, slots=True)
class Codes:
    """Letters in the first place, of assessors' classes, and in the place of the grade."""

    classes: Mapping[str, Code]
    grades: Mapping[str, Code]

    @classmethod
    def read(cls, path: Path) -> Codes:
        """Read a file of letters."""
        parts = read_yaml(path).fields
        return cls(_codes(parts["classes"]), _codes(parts["grades"]))


@cache
def codes() -> Codes:
    """Those in force."""
    return Codes.read(FILE)


def _codes(part: Marked) -> dict[str, Code]:
    return {letter: Code(**code.plain) for letter, code in part.fields.items()}
