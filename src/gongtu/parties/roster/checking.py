"""One row of a roster: either a worker as the file tells it, or everything wrong with the row."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from gongtu.base.errors import Refused
from gongtu.base.identifiers import IdNumber
from gongtu.parties.identity import Phone, index_id_number
from gongtu.parties.roster.columns import COLUMNS, Header

NAME_LENGTH = POST_LENGTH = 60
# From this length on a number in a cell has lost its last digits.
EXACT_DIGITS = 15
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{4})(\d{2})(\d{2})")
_TITLES = {column.key: column.title for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell, and what to do about it."""

    row: int
    column: str
    found: str
    wrong: str
    remedy: str


@dataclass(slots=True)
class Worker:
    """A row without fault; `known` is set when the register knows the person."""

    row: int
    name: str
    id_number: IdNumber
    index: str
    phone: Phone | None
    post: str
    occupation: str
    since: date
    known: UUID | None = None


class Checker:
    """Judges row after row of one file and remembers who stood in it."""

    def __init__(self, header: Header, on: date, occupations: Collection[str]) -> None:
        self.header, self.on, self.occupations = header, on, occupations
        self.rows_of: dict[str, int] = {}

    def check(self, number: int, row: Sequence[object]) -> Worker | list[Problem]:
        """The worker, or all problems of the row at once."""
        return _Row(self, number, row).judge()


class _Row:
    def __init__(self, checker: Checker, number: int, cells: Sequence[object]) -> None:
        self.checker, self.number, self.cells = checker, number, cells
        self.problems: list[Problem] = []

    def judge(self) -> Worker | list[Problem]:
        name, post = self._words("name", NAME_LENGTH), self._words("post", POST_LENGTH)
        id_number, phone = self._id_number(), self._phone()
        occupation, since = self._occupation(), self._since()
        if self.problems or id_number is None or since is None:
            return self.problems
        index = index_id_number(id_number)
        first = self.checker.rows_of.setdefault(index, self.number)
        if first != self.number:
            self._blame("id_number", f"与第{first}行重复", "同一人只保留一行")
            return self.problems
        return Worker(self.number, name, id_number, index, phone, post, occupation, since)

    def _words(self, key: str, limit: int) -> str:
        text = self._text(key)
        if not text:
            self._blame(key, "没有填写", f"填写{_TITLES[key]}")
        elif len(text) > limit:
            self._blame(key, f"超过{limit}个字", "写得简短些")
        return text

    def _id_number(self) -> IdNumber | None:
        cell = self._cell("id_number")
        if isinstance(cell, int | float):
            self._blame("id_number", "被存成了数字，末几位已经丢失", "把这一列设为文本后重新填写")
            return None
        if not self._text("id_number"):
            self._blame("id_number", "没有填写", "填写18位身份证号码")
            return None
        try:
            number = IdNumber.parse(self._text("id_number"))
        except Refused as refusal:
            self._blame("id_number", "".join(refusal.reasons), "对照身份证逐位核对")
            return None
        if number.born > self.checker.on:
            self._blame("id_number", "出生日期在今天之后", "对照身份证逐位核对")
        return number

    def _phone(self) -> Phone | None:
        text = self._text("phone")
        try:
            return Phone.parse(text) if text else None
        except Refused as refusal:
            self._blame("phone", "".join(refusal.reasons), "改为11位手机号码，或者留空")
            return None

    def _occupation(self) -> str:
        text = self._text("occupation")
        if text and self.checker.occupations and text not in self.checker.occupations:
            self._blame("occupation", "职业分类大典里没有这个编码", "核对编码，或者留空")
        return text

    def _since(self) -> date | None:
        day = day_in(self._cell("since"))
        if day is None:
            self._blame("since", "不是日期", "写成2024-03-01这样的形式")
        elif day > self.checker.on:
            self._blame("since", "在今天之后", "填写实际入职的日期")
        return day

    def _cell(self, key: str) -> object:
        place = self.checker.header.places.get(key)
        return self.cells[place] if place is not None and place < len(self.cells) else None

    def _text(self, key: str) -> str:
        cell = self._cell(key)
        if isinstance(cell, float) and cell.is_integer():
            cell = int(cell)
        return "" if cell is None else str(cell).strip()

    def _blame(self, key: str, wrong: str, remedy: str) -> None:
        found = self._text(key)
        if key == "id_number" and len(found) > EXACT_DIGITS:
            found = f"{found[:4]}…{found[-4:]}"  # a list of mistakes is no second register
        self.problems.append(Problem(self.number, _TITLES[key], found, wrong, remedy))


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
