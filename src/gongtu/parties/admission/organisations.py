"""A table of enterprises, schools, unions, assessors and others that are to take part."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from gongtu.base.marked import read_csv
from gongtu.base.speech import gettext as _
from gongtu.parties.admission.judging import Judged, judge_rows
from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Division, Organisation
from gongtu.parties.roles import OFFICES, ORGANISATIONS, UNION, Role
from gongtu.parties.roster.columns import Column, Header
from gongtu.parties.roster.reading import Row
from gongtu.parties.roster.row import JudgedRow, Problem
from gongtu.parties.services.organisations import Particulars, register_organisation
from gongtu.policy.city import City, active_city

TITLE = _("单位名单")
COLUMNS = (
    Column("name", "Name", ("单位名称", "名称", "企业名称")),
    Column("kind", "Kind", ("单位类型", "类型", "类别")),
    Column("division", "Division code", ("区划代码", "行政区划代码")),
    Column("uscc", "Credit code", ("统一社会信用代码", "信用代码")),
    Column("industry", "Industry code", ("行业代码",), required=False),
    Column("headcount", "Headcount", ("职工人数", "人数"), required=False),
    Column("name_en", "English name", ("英文名称",), required=False),
    Column(
        "enterprise",
        "Credit code of the enterprise",
        ("所在单位统一社会信用代码", "所在企业统一社会信用代码"),
        required=False,
    ),
)
BY_KEY = {column.key: column for column in COLUMNS}
NAME_LENGTH, NAME_EN_LENGTH, HEADCOUNT_DIGITS = 120, 160, 7
ADMITTED = [role for role in Role if role in ORGANISATIONS - OFFICES]
KINDS = {
    word.lower(): role
    for role in Role
    if role in ORGANISATIONS
    for word in (role.value, role.label, role.label_en)
}
CHECK_DIVISION = _("核对代码；还没有区划的，先运行gongtu found")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row without fault; `enterprise` is the code of a union's own, else empty."""

    row: int
    name: str
    name_en: str
    kind: Role
    division: str
    uscc: str
    industry: str
    headcount: int | None
    enterprise: str

    @property
    def is_union(self) -> bool:
        return self.kind is UNION


@dataclass(frozen=True, slots=True)
class Taken:
    """How many of the table's rows were new, and how many stood on record."""

    new: int
    known: int

    def __str__(self) -> str:
        return f"新登记单位{self.new}个，已有登记{self.known}个，保持不变。"


def judge(content: bytes, *, on: date) -> Judged[Entry]:  # noqa: ARG001 - every table has its day
    """Judge every row, then whether each union's enterprise is known; nothing is written.

    Raises:
        FileUnreadable, HeadersUnfit: Before any row is judged.
    """
    table = _Table(_industries(active_city()))
    judged = judge_rows(content, COLUMNS, lambda *row: _Row(table, *row).judge())
    judged.blame([_no_enterprise(one) for one in judged.entries if table.lacks(one.enterprise)])
    return judged


@transaction.atomic
def take_in(judged: Judged[Entry], *, by: Capacity, on: date) -> Taken:
    """Register whom the register does not know, enterprises before their unions."""
    entries = sorted(judged.entries, key=lambda entry: entry.is_union)
    new = sum(_register(entry, by=by, on=on) for entry in entries)
    return Taken(new, len(entries) - new)


class _Table:
    """What the rows of one table are judged by, and what stood in the rows so far."""

    def __init__(self, industries: Collection[str]) -> None:
        self.industries = industries
        self.divisions = frozenset(Division.objects.values_list("code", flat=True))
        seats = Organisation.objects.exclude(kind=UNION).values_list("uscc", flat=True)
        self.seats = set(seats)
        self.rows_of: dict[tuple[str, ...], int] = {}

    def lacks(self, enterprise: str) -> bool:
        """Whether a union's enterprise stands neither on record nor in the table."""
        return bool(enterprise) and enterprise not in self.seats


class _Row(JudgedRow):
    def __init__(self, table: _Table, header: Header, number: int, cells: Row) -> None:
        super().__init__(header, BY_KEY, number, cells)
        self.table = table

    def judge(self) -> Entry | list[Problem]:
        kind = self._kind()
        name = self.words("name", NAME_LENGTH)
        name_en = self.words("name_en", NAME_EN_LENGTH, optional=True)
        division, uscc, industry = self._division(), self._uscc(kind), self._industry()
        headcount, enterprise = self._headcount(), self._enterprise(kind)
        self._once(uscc, (uscc,) if uscc else (enterprise, name))
        if kind not in {None, UNION}:
            self.table.seats.add(uscc)
        if self.problems or kind is None:
            return self.problems
        return Entry(
            row=self.number, name=name, name_en=name_en, kind=kind, division=division, uscc=uscc,
            industry=industry, headcount=headcount, enterprise=enterprise,
        )  # fmt: skip

    def _kind(self) -> Role | None:
        kind = KINDS.get(self.text("kind").lower())
        if kind is None:
            remedy = _("填写其中一种：%(kinds)s") % {"kinds": ADMITTED}
            self.blame("kind", _("不是单位的类型"), remedy)
        elif kind in OFFICES:
            self.blame("kind", _("机关和总工会由城市文件登记"), _("写入departments.yaml"))
        return kind

    def _division(self) -> str:
        code = self.text("division")
        if code not in self.table.divisions:
            self.blame("division", _("没有这个区划"), CHECK_DIVISION)
        return code

    def _uscc(self, kind: Role | None) -> str:
        if not self.text("uscc") and kind is not UNION:
            self.blame_empty("uscc")
        return self.uscc("uscc")

    def _industry(self) -> str:
        code = self.text("industry")
        if code and self.table.industries and code not in self.table.industries:
            self.blame("industry", _("国民经济行业分类里没有这个代码"), _("核对代码，或者留空"))
        return code

    def _headcount(self) -> int | None:
        text = self.text("headcount")
        if not text:
            return None
        if not (text.isascii() and text.isdecimal() and len(text) <= HEADCOUNT_DIGITS):
            self.blame("headcount", _("不是人数"), _("填写整数，或者留空"))
            return None
        return int(text)

    def _enterprise(self, kind: Role | None) -> str:
        if kind is UNION and not self.text("enterprise"):
            self.blame_empty("enterprise")
        elif kind not in {None, UNION} and self.text("enterprise"):
            self.blame("enterprise", _("只有基层工会写明所在单位"), _("这一列留空"))
        return self.uscc("enterprise")

    def _once(self, uscc: str, key: tuple[str, ...]) -> None:
        first = self.table.rows_of.setdefault(key, self.number)
        if first != self.number and all(key):
            twice = _("与第%(row)s行重复") % {"row": first}
            self.blame("uscc" if uscc else "name", twice, _("同一单位只保留一行"))


def _industries(city: City) -> frozenset[str]:
    """The codes of the city's list; none where it has no list to compare with."""
    if not city.industries_path.exists():
        return frozenset()
    return frozenset(row["code"] for _line, row in read_csv(city.industries_path, "code"))


def _no_enterprise(entry: Entry) -> Problem:
    wrong, remedy = _("没有登记这个单位"), _("先登记所在单位，或者写入同一份名单")
    return Problem(entry.row, BY_KEY["enterprise"], entry.enterprise, wrong, remedy)


def _register(entry: Entry, *, by: Capacity, on: date) -> bool:
    """False where it stands on record: under its code, or as that union of the enterprise."""
    found = Organisation.objects.filter(uscc=entry.uscc)
    if not entry.uscc:
        unions = Organisation.objects.filter(kind=UNION, parent__uscc=entry.enterprise)
        found = unions.filter(name=entry.name)
    if found.exists():
        return False
    register_organisation(
        name=entry.name, kind=entry.kind, division=entry.division, uscc=entry.uscc, by=by, on=on,
        **_particulars(entry),
    )  # fmt: skip
    return True


def _particulars(entry: Entry) -> Particulars:
    told: Particulars = {"name_en": entry.name_en, "industry": entry.industry}
    if entry.headcount is not None:
        told["headcount"] = entry.headcount
    if entry.is_union:
        told["parent"] = Organisation.objects.get(uscc=entry.enterprise)
    return told
