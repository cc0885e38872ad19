"""Numbers of special abilities' certificates: data, for no rule of them is on record yet.

>>> ability_number(2026, 17)
'Z2026000000017'
>>> is_ability_number(" z2026 0000 0001 7 "), is_ability_number("Z202600000001")
(True, False)
>>> rule().confirmed
False
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gongtu.base.marked import read_yaml
from gongtu.registers.skills.numbers.letters import UNCONFIRMED

FILE = Path(__file__).with_name("abilities.yaml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A letter, the year, and so many digits of the serial; `source` says where that stands."""

    letter: str
    digits: int
    source: str
    confidence: str

    @property
    def confirmed(self) -> bool:
        return self.confidence != UNCONFIRMED


@cache
def rule() -> Rule:
    """The one in force."""
    return Rule(**{name: told.plain for name, told in read_yaml(FILE).fields.items()})


def ability_number(year: int, serial: int) -> str:
    """The number of one certificate."""
    return f"{rule().letter}{year}{serial:0{rule().digits}d}"


def is_ability_number(text: str) -> bool:
    """Whether it is of the rule's shape, blanks and lower case forgiven."""
    shape = rf"{re.escape(rule().letter)}\d{{{4 + rule().digits}}}"
    return re.fullmatch(shape, "".join(text.split()).upper()) is not None
