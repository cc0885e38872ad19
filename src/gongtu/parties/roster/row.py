"""One row of a table that is handed in: its cells by column, and everything wrong with them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gongtu.base.bilingual import Worded
from gongtu.base.errors import Refused
from gongtu.base.identifiers import IdNumber, Uscc
from gongtu.base.speech import gettext as _
from gongtu.base.speech import said
from gongtu.parties.roster.columns import Column, Header

# From this length on a number in a cell has lost its last digits.
EXACT_DIGITS = 15
FOUND_LENGTH = 60  # of a cell as an error quotes it
LOST_DIGITS, AS_TEXT = _("被存成了数字，末几位已经丢失"), _("把这一列设为文本后重新填写")
NO_SUCH_CODE, CHECK_CODE = _("职业分类大典里没有这个编码"), _("核对编码，或者留空")
BY_THE_CARD, BY_THE_LICENCE = _("对照身份证逐位核对"), _("对照登记证书逐位核对")
OTHER_NAME, CHECK_NAME = _("与这个身份证号码登记的姓名不一致"), _("核对姓名和身份证号码")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{4})(\d{2})(\d{2})")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell, and what to do about it, for readers of either language."""

    row: int
    column: Worded
    found: Worded | str
    wrong: str
    remedy: str

    @property
    def says(self) -> str:
        """In one line, but for the row and what was found."""
        return _("%(column)s：%(wrong)s。%(remedy)s。") % self._words()

    def __str__(self) -> str:
        return _("第%(row)s行 %(column)s“%(found)s”：%(wrong)s。%(remedy)s。") % self._words()

    def _words(self) -> dict[str, object]:
        wrong = said(self.wrong).rstrip("。.")
        return {
            "row": self.row, "column": self.column, "found": self.found, "wrong": wrong,
            "remedy": self.remedy,
        }  # fmt: skip


class JudgedRow:
    """The cells of a row under the keys of their columns."""

    def __init__(
        self, header: Header, columns: Mapping[str, Column], number: int, cells: Sequence[object]
    ) -> None:
        self.header, self.columns, self.number, self.cells = header, columns, number, cells
        self.problems: list[Problem] = []

    def cell(self, key: str) -> object:
        """What stands in the column; None where the table has none of the kind."""
        place = self.header.places.get(key)
        return self.cells[place] if place is not None and place < len(self.cells) else None

    def text(self, key: str) -> str:
        """The same as text; whole numbers as they are written."""
        cell = self.cell(key)
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        return "" if cell is None else str(cell).strip()

    def words(self, key: str, limit: int, *, optional: bool = False) -> str:
        """A text that must be there, unless it is optional, and be no longer than that."""
        text = self.text(key)
        if not text and not optional:
            self.blame_empty(key)
        elif len(text) > limit:
            self.blame(key, _("超过%(limit)s个字") % {"limit": limit}, _("写得简短些"))
        return text

    def id_number(self, *, on: date) -> IdNumber | None:
        """The identity number of somebody born by that day."""
        if isinstance(self.cell("id_number"), int | float):
            self.blame("id_number", LOST_DIGITS, AS_TEXT)
            return None
        if not self.text("id_number"):
            self.blame("id_number", _("没有填写"), _("填写18位身份证号码"))
            return None
        try:
            number = IdNumber.parse(self.text("id_number"))
        except Refused as refusal:
            self.blame_each("id_number", refusal, BY_THE_CARD)
            return None
        if number.born > on:
            self.blame("id_number", _("出生日期在今天之后"), BY_THE_CARD)
        return number

    def uscc(self, key: str) -> str:
        """The credit code as it is on record; empty where none is told, or where it cannot be."""
        if isinstance(self.cell(key), int | float):
            self.blame(key, LOST_DIGITS, AS_TEXT)
            return ""
        try:
            return Uscc.parse(self.text(key)).text if self.text(key) else ""
        except Refused as refusal:
            self.blame_each(key, refusal, BY_THE_LICENCE)
            return ""

    def blame(self, key: str, wrong: str, remedy: str) -> None:
        """Note what is wrong with a cell; a list of mistakes is no second register of numbers."""
        found = self.text(key)[:FOUND_LENGTH]
        if key == "id_number" and len(found) > EXACT_DIGITS:
            found = f"{found[:4]}…{found[-4:]}"
        self.problems.append(Problem(self.number, self.columns[key], found, wrong, remedy))

    def blame_empty(self, key: str) -> None:
        """The same where nothing stands that must be there."""
        self.blame(key, _("没有填写"), _("填写%(column)s") % {"column": self.columns[key]})

    def blame_each(self, key: str, refusal: Refused, remedy: str) -> None:
        """The same for each reason why what stands there cannot be."""
        for reason in refusal.reasons:
            self.blame(key, reason, remedy)

    def day(self, key: str, *, on: date) -> date | None:
        """A day that is not after today."""
        found = day_in(self.cell(key))
        if found is None:
            self.blame(key, _("不是日期"), _("写成2024-03-01这样的形式"))
        elif found > on:
            self.blame(key, _("在今天之后"), _("填写实际的日期"))
        return found


def day_in(cell: object) -> date | None:
    """A day as spreadsheets and people write it; None where it is none.

    >>> day_in("2024年3月1日"), day_in("20240301"), day_in("2024-02-30")
    (datetime.date(2024, 3, 1), datetime.date(2024, 3, 1), None)
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    plain = int(cell) if isinstance(cell, float) else cell
    match = _DAY.fullmatch(str(plain or "").strip())
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        return None
