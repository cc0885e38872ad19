"""Numbers of appointments: the platform's own, while no letter of the national rule is published.

>>> appointment_number("20260000012", 1)
'P2026000001201'
>>> is_appointment_number(" p2026 0000 0120 1 ")
True
>>> is_appointment_number("Y000037020001263000001")
False
"""

from __future__ import annotations

import re

from gongtu.registers.skills.numbers import Sought
from gongtu.registers.skills.numbers.abilities import is_ability_number

SHAPE = re.compile(r"P\d{13}\Z")
OURS = re.compile(r"[CPT]\d{13}\Z")  # transcripts, appointments, statements of treatment


def appointment_number(case_number: str, term: int) -> str:
    """The number of one term under the case that appointed."""
    return f"P{case_number}{term:02d}"


def is_appointment_number(text: str) -> bool:
    """Whether it is of an appointment's shape, blanks and lower case forgiven."""
    return SHAPE.match("".join(text.split()).upper()) is not None


def read_sought(text: str) -> Sought:
    """What a stranger looks up by: also a number of the platform's own, besides what skills know.

    Raises:
        NumberImpossible: It is no number of either; the reason says how it is no certificate's.
        WrongIdNumber: It has the length of an ID number, and breaks a rule of these.
    """
    told = "".join(text.split()).upper()
    if OURS.match(told) or is_ability_number(told):
        return Sought(number=told)
    return Sought.read(text)
