"""A table of those who act for organisations: officials, unions' chairs, clerks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from gongtu.base.errors import Refused
from gongtu.base.identifiers import IdNumber
from gongtu.base.speech import gettext as _
from gongtu.parties.admission.judging import Judged, judge_rows
from gongtu.parties.capacity import Capacity
from gongtu.parties.identity import Phone, index_id_number
from gongtu.parties.models import Account, Office, Organisation, Person
from gongtu.parties.queries.accounts import find_account_by_phone
from gongtu.parties.queries.persons import index_known
from gongtu.parties.roles import UNION
from gongtu.parties.roster.columns import NAME, Column, Header
from gongtu.parties.roster.reading import Row
from gongtu.parties.roster.row import CHECK_NAME, OTHER_NAME, JudgedRow, Problem
from gongtu.parties.services.accounts import is_free, let_sign_in, reactivate_account
from gongtu.parties.services.authority import grant_office
from gongtu.parties.services.persons import register_person

TITLE = _("任职名单")
COLUMNS = (
    Column("organisation", "Organisation", ("单位", "单位代码", "统一社会信用代码", "部门代号")),
    Column("division", "Division code", ("区划代码", "行政区划代码"), required=False),
    Column("title", "Title", ("职务", "职务名称")),
    NAME,
    Column("id_number", "ID number", ("身份证号", "身份证号码", "公民身份号码", "证件号码")),
    Column("phone", "Mobile number", ("手机号", "手机号码", "手机", "移动电话")),
    Column("since", "In office since", ("任职日期", "任职时间", "起始日期")),
)
BY_KEY = {column.key: column for column in COLUMNS}
TITLE_LENGTH = NAME_LENGTH = 60
OWN_PHONE, ONE_ROW = _("填写本人自己的手机号码"), _("同一人在同一单位只保留一行")
HOW_NAMED = _("填写统一社会信用代码；机关填写部门代号和区划代码；没有信用代码的工会填写全称")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row without fault."""

    row: int
    organisation: Organisation
    title: str
    name: str
    id_number: IdNumber
    index: str
    phone: Phone
    since: date


@dataclass(slots=True)
class Taken:
    """What came of a table's rows."""

    registered: int = 0
    accounts: int = 0
    reactivated: int = 0
    granted: int = 0
    held: int = 0

    def __str__(self) -> str:
        again = f"恢复已停用的账户{self.reactivated}个，" if self.reactivated else ""
        return (
            f"新登记{self.registered}人，开通登录账户{self.accounts}个，{again}"
            f"任命{self.granted}项，已任职{self.held}项，保持不变。"
        )


def judge(content: bytes, *, on: date, reactivate: bool = False) -> Judged[Entry]:
    """Judge every row, then all of them beside each other and the register; nothing is written.

    Whoever cannot sign in because their account is deactivated is blamed, unless all of them are to
    be reactivated.

    Raises:
        FileUnreadable, HeadersUnfit: Before any row is judged.
    """
    table = _Table(on)
    judged = judge_rows(content, COLUMNS, lambda *row: _Row(table, *row).judge())
    judged.blame([*_at_odds(judged.entries), *_otherwise_on_record(judged.entries)])
    judged.blame([] if reactivate else list(_deactivated(judged.entries)))
    return judged


@transaction.atomic
def take_in(judged: Judged[Entry], *, by: Capacity, on: date) -> Taken:
    """Register who is new, let everybody sign in, and grant what they do not hold yet.

    Deactivated accounts are reactivated: a table that is not to do so was not judged sound.
    """
    taken = Taken()
    for entry in judged.entries:
        _admit(entry, taken, by=by, on=on)
    return taken


class _Table:
    """The day of a table, and the organisations that its rows have named so far."""

    def __init__(self, on: date) -> None:
        self.on = on
        keys = Organisation.objects.exclude(key="").values_list("key", flat=True)
        self.departments = frozenset(keys)
        self.named: dict[tuple[str, ...], Organisation | None] = {}

    def find(self, **told: str) -> Organisation | None:
        """The one that is called so; None where there is none, or more than one."""
        key = tuple(told.values())
        if key not in self.named:
            found = list(Organisation.objects.filter(**told)[:2])
            self.named[key] = found[0] if len(found) == 1 else None
        return self.named[key]


class _Row(JudgedRow):
    def __init__(self, table: _Table, header: Header, number: int, cells: Row) -> None:
        super().__init__(header, BY_KEY, number, cells)
        self.table = table

    def judge(self) -> Entry | list[Problem]:
        organisation, title = self._organisation(), self.words("title", TITLE_LENGTH)
        name, id_number = self.words("name", NAME_LENGTH), self.id_number(on=self.table.on)
        phone, since = self._phone(), self.day("since", on=self.table.on)
        if self.problems or not (organisation and id_number and phone and since):
            return self.problems
        return Entry(
            row=self.number, organisation=organisation, title=title, name=name, phone=phone,
            id_number=id_number, index=index_id_number(id_number), since=since,
        )  # fmt: skip

    def _organisation(self) -> Organisation | None:
        named = self._named()
        if not named:
            return None
        found = self.table.find(**named)
        if found is None:
            self.blame("organisation", _("没有登记这个单位"), HOW_NAMED)
        elif found.dissolved_on:
            self.blame("organisation", _("这个单位已经注销"), _("从文件中删去这一行"))
        return found

    def _named(self) -> dict[str, str]:
        """A body by department and division, others by credit code, a union without by its name."""
        told = self.text("organisation")
        if not told:
            self.blame_empty("organisation")
            return {}
        if told in self.table.departments:
            return {"key": told, "division": self.text("division")}
        if not told.isascii():
            return {"name": told, "kind": UNION}
        uscc = self.uscc("organisation")
        return {"uscc": uscc} if uscc else {}

    def _phone(self) -> Phone | None:
        try:
            return Phone.parse(self.text("phone"))
        except Refused as refusal:
            self.blame_each("phone", refusal, _("改为11位手机号码"))
            return None


def _at_odds(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Rows that tell one person twice for an organisation, or otherwise than an earlier row."""
    persons: dict[str, Entry] = {}
    phones: dict[str, Entry] = {}
    offices: dict[tuple[str, int], Entry] = {}
    for entry in entries:
        person = persons.setdefault(entry.index, entry)
        if person.name != entry.name:
            yield _problem(entry, "name", _("与第%(row)s行的同一人不一致"), CHECK_NAME, person)
        if phones.setdefault(entry.phone.text, entry).index != entry.index:
            other = phones[entry.phone.text]
            yield _problem(entry, "phone", _("与第%(row)s行的另一人相同"), OWN_PHONE, other)
        if person.phone != entry.phone:
            yield _problem(entry, "phone", _("与第%(row)s行的同一人不一致"), OWN_PHONE, person)
        first = offices.setdefault((entry.index, entry.organisation.pk), entry)
        if first is not entry:
            yield _problem(entry, "id_number", _("与第%(row)s行重复"), ONE_ROW, first)


def _otherwise_on_record(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Rows whose person is registered under another name, or whose phone is somebody else's."""
    known = index_known([entry.index for entry in entries])
    for entry in entries:
        person, name = known.get(entry.index, (None, entry.name))
        if name != entry.name:
            yield _problem(entry, "name", OTHER_NAME, CHECK_NAME)
        if _is_taken(entry.phone, person):
            yield _problem(entry, "phone", _("已用于另一个账户"), OWN_PHONE)


def _deactivated(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Rows whose person has an account, or gets one by the phone, that is deactivated."""
    known = index_known([entry.index for entry in entries])
    remedy = _("确认应当恢复的，加上--reactivate重新导入；否则从文件中删去这一行")
    for entry in entries:
        person, _name = known.get(entry.index, (None, ""))
        own = Account.objects.filter(person=person).first() if person else None
        account = own or find_account_by_phone(entry.phone.text)
        if account is not None and not account.is_active:
            yield _problem(entry, "id_number", _("登录账户已停用，不能登录"), remedy)


def _is_taken(phone: Phone, person: UUID | None) -> bool:
    """Whether the person cannot get an account that signs in by the phone, and has none."""
    if person is not None and Account.objects.filter(person=person).exists():
        return False
    account = find_account_by_phone(phone.text)
    return account is not None and not is_free(account)


def _problem(
    entry: Entry, key: str, wrong: str, remedy: str, other: Entry | None = None
) -> Problem:
    found = {"id_number": entry.id_number.masked, "phone": entry.phone.masked}.get(key, entry.name)
    told = wrong % {"row": other.row} if other else wrong
    return Problem(entry.row, BY_KEY[key], found, told, remedy)


def _admit(entry: Entry, taken: Taken, *, by: Capacity, on: date) -> None:
    person = Person.objects.filter(id_number_index=entry.index).first()
    if person is None:
        person = register_person(
            name=entry.name, id_number=entry.id_number.text, phone=entry.phone.text,
            division=entry.organisation.division_id, by=by, on=on,
        )  # fmt: skip
        taken.registered += 1
    taken.accounts += let_sign_in(person, phone=entry.phone.text, by=by, on=on)
    taken.reactivated += reactivate_account(person, by=by, on=on)
    organisation, role = entry.organisation, entry.organisation.role
    if Office.objects.filter(
        person=person, organisation=organisation, role=role, until=None
    ).exists():
        taken.held += 1
        return
    grant_office(
        person, organisation, role=role, title=entry.title, since=entry.since, by=by, on=on
    )
    taken.granted += 1
