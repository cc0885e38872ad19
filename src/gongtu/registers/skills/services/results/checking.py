"""One row of results: either a mark sheet of one candidate, or everything wrong with the row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from gongtu.base.speech import gettext as _
from gongtu.parties.identity import index_id_number
from gongtu.parties.queries import employed_between, index_known
from gongtu.parties.roster.checking import NAME_LENGTH
from gongtu.parties.roster.columns import Header
from gongtu.parties.roster.row import CHECK_NAME, OTHER_NAME, JudgedRow, Problem
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Assessor, AssessorFiling
from gongtu.registers.skills.numbers.letters import SOCIAL
from gongtu.registers.skills.queries import every_filing
from gongtu.registers.skills.rows import ABSENT, BREAKS
from gongtu.registers.skills.services.results.reading import BY_KEY

NO_GRADE, AS_GRADE = _("不是技能等级"), _("写成“高级工”“三级”这样的形式")
FULL_MARK = 100
PLACE_LENGTH = 120
DIRECTION_LENGTH = 80
DECLARED_LENGTH = EXAMINERS_LENGTH = 200
GRADES = {
    name: grade
    for grade in Grade
    for name in (grade.value, grade.label, grade.display, str(grade.level or ""))
    if name
} | {grade.display.split("/")[0]: grade for grade in Grade if grade.level}


class Sitting(NamedTuple):
    """What one session assesses, when and where."""

    occupation: str
    grade: Grade
    on: date
    place: str
    direction: str = ""


@dataclass(slots=True)
class Result:
    """A row without fault as far as the row itself tells; `person` is found afterwards.

    A mark is None where the candidate was absent from that part.
    """

    row: int
    name: str
    index: str
    sitting: Sitting
    theory: int | None
    practice: int | None
    declared: str = ""
    examiners: tuple[str, ...] = ()
    person: UUID | None = None

    @property
    def marks(self) -> tuple[int | None, int | None]:
        """Theory and practice."""
        return self.theory, self.practice

    @property
    def is_absent(self) -> bool:
        """Whether they were absent from a part."""
        return None in self.marks


class Checker:
    """Judges row after row of one file, and remembers who stood in it."""

    def __init__(self, header: Header, organisation: int, *, on: date) -> None:
        self.header, self.on = header, on
        self.filings: dict[str, list[AssessorFiling]] = defaultdict(list)
        for filing in every_filing(organisation):
            self.filings[filing.occupation_id].append(filing)
        self.rows_of: dict[tuple[str, Sitting], int] = {}

    def check(self, number: int, row: Sequence[object]) -> Result | list[Problem]:
        """The result, or all problems of the row at once."""
        return _Row(self, number, row).judge()


def find_people(results: Sequence[Result], organisation: int) -> list[Problem]:
    """Set each result's person; the problems are whom the body does not assess.

    An employer assesses its employees, a social body anybody whose name and number are on record.

    Whether a number is registered at all is not told: a file is no way to find that out.
    """
    if Assessor.objects.filter(organisation=organisation, prefix__startswith=SOCIAL).exists():
        return _find_anybody(results)
    known = index_known([result.index for result in results])
    employed = employed_between(organisation)
    problems = []
    for result in results:
        person, name = known.get(result.index, (None, ""))
        day = result.sitting.on
        if person is None or not any(
            since <= day and (until is None or day < until)
            for since, until in employed.get(person, ())
        ):
            problems.append(_stranger(result))
        elif name != result.name:
            where = (result.row, BY_KEY["name"], result.name)
            problems.append(Problem(*where, OTHER_NAME, CHECK_NAME))
        else:
            result.person = person
    return problems


def _find_anybody(results: Sequence[Result]) -> list[Problem]:
    known = index_known([result.index for result in results])
    problems = []
    for result in results:
        person, name = known.get(result.index, (None, ""))
        if person is not None and name == result.name:
            result.person = person
            continue
        wrong = _("没有姓名和号码都相符的登记")
        remedy = _("核对姓名和身份证号；还没有登记的，先请所在单位或者人社部门登记")
        problems.append(Problem(result.row, BY_KEY["name"], result.name, wrong, remedy))
    return problems


def _stranger(result: Result) -> Problem:
    wrong = _("%(day)s不是本单位在册职工") % {"day": result.sitting.on}
    remedy = _("核对姓名、身份证号和评价日期，或者先导入花名册")
    return Problem(result.row, BY_KEY["name"], result.name, wrong, remedy)


class _Row(JudgedRow):
    def __init__(self, checker: Checker, number: int, cells: Sequence[object]) -> None:
        super().__init__(checker.header, BY_KEY, number, cells)
        self.checker = checker

    def judge(self) -> Result | list[Problem]:
        name, place = self.words("name", NAME_LENGTH), self.words("place", PLACE_LENGTH)
        id_number, sitting = self.id_number(on=self.checker.on), self._sitting(place)
        theory, practice = self._mark("theory"), self._mark("practice")
        declared = self.words("declared", DECLARED_LENGTH, optional=True)
        examiners = self.words("examiners", EXAMINERS_LENGTH, optional=True)
        if self.problems or id_number is None or sitting is None:
            return self.problems
        index = index_id_number(id_number)
        first = self.checker.rows_of.setdefault((index, sitting), self.number)
        if first != self.number:
            twice = _("与第%(row)s行重复") % {"row": first}
            self.blame("id_number", twice, _("同一人在同一场评价中只保留一行"))
            return self.problems
        numbers = tuple(BREAKS.sub(" ", examiners).upper().split())
        return Result(self.number, name, index, sitting, theory, practice, declared, numbers)

    def _sitting(self, place: str) -> Sitting | None:
        grade, day = GRADES.get(self.text("grade")), self.day("assessed_on", on=self.checker.on)
        if grade is None:
            self.blame("grade", NO_GRADE, AS_GRADE)
        if grade is None or day is None:
            return None
        direction = self.words("direction", DIRECTION_LENGTH, optional=True)
        sitting = Sitting(self.text("occupation"), grade, day, place, direction)
        self._check_scope(sitting)
        return sitting

    def _check_scope(self, sitting: Sitting) -> None:
        """Occupation, grade and day, in this order: the first that no filing covers."""
        filings = self.checker.filings.get(sitting.occupation, [])
        graded = [one for one in filings if one.covers(sitting.grade)]
        if not filings:
            remedy = _("核对职业编码，或者先办理评价备案")
            self.blame("occupation", _("没有这一职业的备案"), remedy)
        elif not graded:
            remedy = _("核对等级，或者先办理这一等级的备案")
            self.blame("grade", _("不在备案的等级范围内"), remedy)
        elif not any(one.holds_on(sitting.on) for one in graded):
            remedy = _("核对评价日期和备案的起止日期")
            self.blame("assessed_on", _("这一天没有有效的备案"), remedy)

    def _mark(self, key: str) -> int | None:
        text = self.text(key)
        if text in ABSENT:
            return None
        if not (text.isascii() and text.isdecimal() and int(text[:4]) <= FULL_MARK):
            remedy = _("填写百分制成绩，不带小数；没有参加的填写“缺考”")
            self.blame(key, _("不是0至100的整数"), remedy)
            return 0
        return int(text)
