"""What an enterprise needs as text: a line for each occupation and grade, a number for each year.

>>> read_needs("6-20-01-01 高级工 4 5 6", years=3)
[Line(occupation='6-20-01-01', grade=<Grade.SENIOR: 'senior'>, wanted=(4, 5, 6))]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from gongtu.base.speech import gettext as _
from gongtu.base.speech import typed
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.rows import RowsWrong, each_line

NAMED = {grade.label: grade for grade in Grade} | {grade.value: grade for grade in Grade}
MOST = 100_000  # people of one grade in one occupation; more is a slip of the pen


class Line(NamedTuple):
    """Of one occupation and grade how many are wanted, year after year."""

    occupation: str
    grade: Grade
    wanted: tuple[int, ...]


def read_needs(text: str, *, years: int) -> list[Line]:
    """The lines of a plan, each occupation and grade once.

    Raises:
        RowsWrong: With every line at fault, and whatever is told twice.
    """
    lines = each_line(text, lambda words: _line(words, years))
    told = Counter((line.occupation, line.grade) for line in lines)
    if twice := [one for one, times in told.items() if times > 1]:
        raise RowsWrong(
            *(
                _("职业%(code)s的%(grade)s写了不止一行。") % {"code": code, "grade": grade}
                for code, grade in twice
            )
        )
    return lines


def write_needs(lines: Iterable[Line]) -> str:
    """The text that `read_needs` reads back."""
    return "\n".join(
        f"{one.occupation} {typed(one.grade)} {' '.join(map(str, one.wanted))}" for one in lines
    )


def _line(words: list[str], years: int) -> Line:
    if len(words) != years + 2:
        raise RowsWrong(_("应写明职业代码、等级和%(years)s个年度的人数") % {"years": years})
    code, named, *wanted = words
    if named not in NAMED:
        raise RowsWrong(_("没有“%(name)s”这个等级") % {"name": named})
    if strange := [n for n in wanted if not (n.isascii() and n.isdecimal() and int(n) <= MOST)]:
        raise RowsWrong(_("“%(text)s”不是人数") % {"text": strange[0]})
    return Line(code, NAMED[named], tuple(map(int, wanted)))
