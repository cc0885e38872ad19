"""The scope of an agreement as text: a line for each occupation, with its lowest and highest grade.

>>> read_scope("6-20-01-01 初级工 技师")
[Line(occupation='6-20-01-01', lowest=<Grade.JUNIOR: 'junior'>, highest=<Grade.TECHNICIAN: 'technician'>)]
"""  # noqa: E501 - a value is shown as it is

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from gongtu.base.speech import gettext as _
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.rows import RowsWrong, each_line

PARTS = 3
NAMED = {grade.label: grade for grade in Grade} | {grade.value: grade for grade in Grade}


class Line(NamedTuple):
    """One occupation by its code, from the lowest to the highest grade."""

    occupation: str
    lowest: Grade
    highest: Grade


def read_scope(text: str) -> list[Line]:
    """The lines of a scope, each occupation once.

    Raises:
        RowsWrong: With every line at fault, and every occupation told twice.
    """
    lines = each_line(text, _line)
    told = Counter(line.occupation for line in lines)
    if twice := sorted(code for code, times in told.items() if times > 1):
        raise RowsWrong(*(_("职业%(code)s写了不止一行。") % {"code": code} for code in twice))
    return lines


def write_scope(lines: list[Line]) -> str:
    """The text that `read_scope` reads back."""
    return "\n".join(f"{one.occupation} {one.lowest.label} {one.highest.label}" for one in lines)


def _line(words: list[str]) -> Line:
    if len(words) != PARTS:
        raise RowsWrong(_("应写明职业代码、最低等级、最高等级"))
    code, *named = words
    if strange := [name for name in named if name not in NAMED]:
        raise RowsWrong(_("没有“%(name)s”这个等级") % {"name": strange[0]})
    lowest, highest = (NAMED[name] for name in named)
    if lowest.rank > highest.rank:
        raise RowsWrong(_("最低等级高于最高等级"))
    return Line(code, lowest, highest)
