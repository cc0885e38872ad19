r"""Courses with their credits as text: a line each.

>>> read_lines("机械基础 6\n钳工实训 1.5")
[Line(course='机械基础', credits=Decimal('6')), Line(course='钳工实训', credits=Decimal('1.5'))]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from gongtu.base.speech import gettext as _
from gongtu.registers.credits.numbers import is_countable, written
from gongtu.registers.skills.rows import RowsWrong, each_line

PARTS = 2


class Line(NamedTuple):
    """One course and how many credits of it."""

    course: str
    credits: Decimal


def read_lines(text: str) -> list[Line]:
    """The lines, each course once.

    Raises:
        RowsWrong: With every line at fault, and every course told twice.
    """
    lines = each_line(text, _line)
    told = Counter(line.course for line in lines)
    if twice := sorted(course for course, times in told.items() if times > 1):
        raise RowsWrong(*(_("课程“%(course)s”写了不止一行。") % {"course": one} for one in twice))
    return lines


def write_lines(lines: Iterable[Line]) -> str:
    """The text that `read_lines` reads back."""
    return "\n".join(f"{one.course} {written(one.credits)}" for one in lines)


def _line(words: list[str]) -> Line:
    if len(words) < PARTS:
        raise RowsWrong(_("应写明课程和学分"))
    *course, told = words
    try:
        count = Decimal(told)
    except InvalidOperation:
        raise RowsWrong(_("“%(told)s”不是学分数") % {"told": told}) from None
    if not is_countable(count):
        raise RowsWrong(_("学分应大于0，以0.5为单位"))
    return Line(" ".join(course), count)
