"""One row of a roster: either a worker as the file tells it, or everything wrong with the row."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gongtu.base.errors import Refused
from gongtu.base.identifiers import IdNumber
from gongtu.parties.identity import Phone, index_id_number
from gongtu.parties.roster.columns import COLUMNS, Header
from gongtu.parties.roster.row import JudgedRow, Problem, day_in

NAME_LENGTH = POST_LENGTH = 60
_TITLES = {column.key: column.title for column in COLUMNS}


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


class _Row(JudgedRow):
    def __init__(self, checker: Checker, number: int, cells: Sequence[object]) -> None:
        super().__init__(checker.header, _TITLES, number, cells)
        self.checker = checker

    def judge(self) -> Worker | list[Problem]:
        name, post = self.words("name", NAME_LENGTH), self.words("post", POST_LENGTH)
        id_number, phone = self.id_number(on=self.checker.on), self._phone()
        occupation, since = self._occupation(), self._since()
        if self.problems or id_number is None or since is None:
            return self.problems
        index = index_id_number(id_number)
        first = self.checker.rows_of.setdefault(index, self.number)
        if first != self.number:
            self.blame("id_number", f"与第{first}行重复", "同一人只保留一行")
            return self.problems
        return Worker(self.number, name, id_number, index, phone, post, occupation, since)

    def _phone(self) -> Phone | None:
        text = self.text("phone")
        try:
            return Phone.parse(text) if text else None
        except Refused as refusal:
            self.blame("phone", "".join(refusal.reasons), "改为11位手机号码，或者留空")
            return None

    def _occupation(self) -> str:
        text = self.text("occupation")
        if text and self.checker.occupations and text not in self.checker.occupations:
            self.blame("occupation", "职业分类大典里没有这个编码", "核对编码，或者留空")
        return text

    def _since(self) -> date | None:
        day = day_in(self.cell("since"))
        if day is None:
            self.blame("since", "不是日期", "写成2024-03-01这样的形式")
        elif day > self.checker.on:
            self.blame("since", "在今天之后", "填写实际入职的日期")
        return day
