"""One row of a roster: either a worker as the file tells it, or everything wrong with the row."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gongtu.base.errors import Refused
from gongtu.base.identifiers import IdNumber
from gongtu.base.speech import gettext as _
from gongtu.parties.identity import Phone, index_id_number
from gongtu.parties.roster.columns import COLUMNS, Header
from gongtu.parties.roster.row import CHECK_CODE, NO_SUCH_CODE, JudgedRow, Problem

NAME_LENGTH = POST_LENGTH = 60
_COLUMNS = {column.key: column for column in COLUMNS}


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
        super().__init__(checker.header, _COLUMNS, number, cells)
        self.checker = checker

    def judge(self) -> Worker | list[Problem]:
        name, post = self.words("name", NAME_LENGTH), self.words("post", POST_LENGTH)
        id_number, phone = self.id_number(on=self.checker.on), self._phone()
        occupation, since = self._occupation(), self.day("since", on=self.checker.on)
        if self.problems or id_number is None or since is None:
            return self.problems
        index = index_id_number(id_number)
        first = self.checker.rows_of.setdefault(index, self.number)
        if first != self.number:
            self.blame("id_number", _("与第%(row)s行重复") % {"row": first}, _("同一人只保留一行"))
            return self.problems
        return Worker(self.number, name, id_number, index, phone, post, occupation, since)

    def _phone(self) -> Phone | None:
        text = self.text("phone")
        try:
            return Phone.parse(text) if text else None
        except Refused as refusal:
            self.blame_each("phone", refusal, _("改为11位手机号码，或者留空"))
            return None

    def _occupation(self) -> str:
        text = self.text("occupation")
        if text and self.checker.occupations and text not in self.checker.occupations:
            self.blame("occupation", NO_SUCH_CODE, CHECK_CODE)
        return text
