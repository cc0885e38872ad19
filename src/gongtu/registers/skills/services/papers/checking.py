"""One row of a file of papers: what the paper says, or everything wrong with the row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gongtu.base.errors import Refused
from gongtu.base.identifiers import IdNumber
from gongtu.base.speech import gettext as _
from gongtu.parties.identity import index_id_number
from gongtu.parties.models import Organisation
from gongtu.parties.queries import divisions_under
from gongtu.parties.roles import HRSS
from gongtu.parties.roster.columns import Header
from gongtu.parties.roster.row import (
    AS_TEXT,
    CHECK_CODE,
    LOST_DIGITS,
    NO_SUCH_CODE,
    JudgedRow,
    Problem,
)
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Assessor, Occupation
from gongtu.registers.skills.numbers import PREFIX_LENGTH, QUALIFICATION, parse_number
from gongtu.registers.skills.numbers.qualifications import QualificationNumber
from gongtu.registers.skills.services.papers.reading import BY_KEY
from gongtu.registers.skills.services.results.checking import AS_GRADE, GRADES, NO_GRADE

BY_THE_PAPER = _("对照纸质证书核对")
LENGTHS = {
    "name": 60, "occupation": 80, "issued_by": 120, "mark": 120, "basis": 120,
}  # fmt: skip
OPTIONAL = frozenset({"issued_by", "basis"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What stands on an old paper and where it is kept, as far as the row itself tells."""

    number: str
    name: str
    id_number: IdNumber
    index: str
    occupation: str
    code: str
    grade: Grade
    issued_on: date
    issued_by: str
    mark: str
    basis: str

    @property
    def is_qualification(self) -> bool:
        """Of the sixteen-digit numbers that assessors had not yet their own prefixes for."""
        return QUALIFICATION.match(self.number) is not None


class Checker:
    """Judges row after row of one file, and remembers which numbers stood in it."""

    def __init__(self, header: Header, body: Organisation, *, on: date) -> None:
        self.header, self.body, self.on = header, body, on
        self.codes = frozenset(Occupation.objects.values_list("code", flat=True))
        self.divisions = {
            prefix: (owner, division)
            for prefix, owner, division in Assessor.objects.values_list(
                "prefix", "organisation", "organisation__division"
            )
        }
        self.reach = divisions_under(body.division_id) if self.is_archive else frozenset()
        self.rows_of: dict[str, int] = {}

    @property
    def is_archive(self) -> bool:
        """Whether the office hands in what lies in its archive, whoever issued it."""
        return self.body.kind == HRSS

    def check(self, number: int, row: Sequence[object]) -> Paper | list[Problem]:
        """The paper, or all problems of the row at once."""
        return _Row(self, number, row).judge()


class _Row(JudgedRow):
    def __init__(self, checker: Checker, number: int, cells: Sequence[object]) -> None:
        super().__init__(checker.header, BY_KEY, number, cells)
        self.checker = checker

    def judge(self) -> Paper | list[Problem]:
        words = {
            key: self.words(key, limit, optional=key in OPTIONAL) for key, limit in LENGTHS.items()
        }
        self._basis()
        number, id_number = self._number(), self.id_number(on=self.checker.on)
        grade, day, code = self._grade(), self.day("issued_on", on=self.checker.on), self._code()
        if number and grade and day:
            self._compare(number, grade, day)
        if self.problems or not number or grade is None or day is None or id_number is None:
            return self.problems
        first = self.checker.rows_of.setdefault(number, self.number)
        if first != self.number:
            twice = _("与第%(row)s行重复") % {"row": first}
            self.blame("number", twice, _("同一份证书只保留一行"))
            return self.problems
        return Paper(
            number=number, id_number=id_number, index=index_id_number(id_number), grade=grade,
            issued_on=day, code=code, **words,
        )  # fmt: skip

    def _number(self) -> str:
        if isinstance(self.cell("number"), float | int):
            self.blame("number", LOST_DIGITS, AS_TEXT)
            return ""
        typed = "".join(self.text("number").split()).upper()
        try:
            if QUALIFICATION.match(typed):
                QualificationNumber.parse(typed)
            else:
                parse_number(typed)
        except Refused as refusal:
            self.blame_each("number", refusal, _("对照纸质证书逐位核对"))
            return ""
        self._check_owner(typed)
        return typed

    def _check_owner(self, number: str) -> None:
        """An assessor hands in its own; the office what was issued where it reaches."""
        checker = self.checker
        owner, division = checker.divisions.get(number[:PREFIX_LENGTH], (None, ""))
        if checker.is_archive:
            if owner is not None and division not in checker.reach:
                self.blame("number", _("是其他地方的评价机构的编号"), _("请由当地补录"))
        elif owner != checker.body.pk:
            self.blame("number", _("不是本单位的编号"), _("只补录本单位核发的证书"))

    def _compare(self, number: str, grade: Grade, day: date) -> None:
        """The number says the year and the grade too."""
        is_old = QUALIFICATION.match(number)
        parts = QualificationNumber.parse(number) if is_old else parse_number(number)
        if parts.grade is not None and parts.grade is not grade:
            wrong = _("编号所示的等级是%(grade)s") % {"grade": parts.grade.words}
            self.blame("grade", wrong, BY_THE_PAPER)
        if parts.year != f"{day.year % 100:02d}":
            wrong = _("编号所示的年份是%(year)s") % {"year": parts.year}
            self.blame("issued_on", wrong, BY_THE_PAPER)

    def _grade(self) -> Grade | None:
        grade = GRADES.get(self.text("grade"))
        if grade is None:
            self.blame("grade", NO_GRADE, AS_GRADE)
        return grade

    def _code(self) -> str:
        code = self.text("code")
        if code and code not in self.checker.codes:
            self.blame("code", NO_SUCH_CODE, CHECK_CODE)
        return code

    def _basis(self) -> None:
        if self.text("basis") and not self.checker.is_archive:
            self.blame("basis", _("本单位的资格以评价备案为据"), _("这一列留空"))
