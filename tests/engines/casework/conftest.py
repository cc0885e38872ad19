"""A small city for cases: one district with its offices, two officers, workers, an enterprise."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import TransactionTestCase

from gongtu.base.money import Yuan
from gongtu.engines.casework import registry
from gongtu.engines.casework.models import Case
from gongtu.engines.casework.services import open_case
from gongtu.engines.ledger import services as ledger
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.parties.models import Account, Division, Organisation, Person
from gongtu.parties.queries import get_capacity
from gongtu.parties.roles import ENTERPRISE, HRSS, UNION, Role
from gongtu.records.append_only import lifted
from tests.engines.casework import procedures

DAY = date(2026, 9, 1)
WANG, LI, ZHAO, LIU, STRANGER = (
    "37020219850312451X",
    "370202200011306720",
    "370203197208154937",
    "370203198811023821",
    "370214199001017634",
)


@dataclass
class City:
    """Who is there, each in the capacity in which they act."""

    district: Division
    office: Organisation
    city_office: Organisation
    works: Organisation
    worker: Capacity
    officer: Capacity
    colleague: Capacity
    stranger: Capacity
    enterprise: Capacity
    union: Capacity

    def claim(self, **told: Any) -> Case:
        """The worker's claim: insured for 24 months, a small tool, on the first of September."""
        answers = {"months": 24, "tool": "small", **told.pop("answers", {})}
        return open_case("tool-subsidy", answers=answers, **{"by": self.worker, "on": DAY, **told})


@pytest.fixture
def emptied(monkeypatch: pytest.MonkeyPatch) -> None:
    """Append-only tables may be emptied between tests that really commit, and nowhere else."""
    empty = TransactionTestCase._fixture_teardown

    def without_guards(self: TransactionTestCase) -> None:
        with lifted():
            empty(self)

    monkeypatch.setattr(TransactionTestCase, "_fixture_teardown", without_guards)


@pytest.fixture
def on_disk(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """SQLite's test database lies in memory, where threads lock whole tables: use a real file."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    memory, name = connection.connection, connection.settings_dict["NAME"]
    with sqlite3.connect(tmp_path / "city.sqlite3") as file:
        memory.backup(file)
    file.close()
    connection.connection, connection.settings_dict["NAME"] = None, tmp_path / "city.sqlite3"
    yield
    connection.close()
    connection.connection, connection.settings_dict["NAME"] = memory, name


@pytest.fixture
def build(emptied: None, on_disk: None) -> Callable[[], City]:
    """Builds the city in tests that commit for real."""
    return make_city


@pytest.fixture
def city(db: None) -> City:
    """The city in tests that are rolled back."""
    return make_city()


@pytest.fixture(autouse=True)
def declared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The two procedures are known for the time of the test."""
    monkeypatch.setattr(registry, "_procedures", {})
    monkeypatch.setattr(registry, "_folders", {})
    for procedure in (procedures.TOOLS, procedures.UNION_LETTER):
        registry.register(procedure, procedures.FOLDER)
    procedures.effects.clear()


def make_city() -> City:
    """Everything a case needs."""
    city = Division.objects.create(code="370200", name="甲市", level="city")
    district = Division.objects.create(code="370202", name="南区", level="district", parent=city)
    office = body("南区人社局", HRSS, district, key="hrss", level="district")
    city_office = body("甲市人社局", HRSS, city, key="hrss", level="city")
    works = body("甲公司", ENTERPRISE, district, uscc="91370200264574251E")
    union = body("甲公司工会", UNION, district, parent=works)
    wang, liu = person("王师傅", WANG, district), person("刘科长", LIU, district)
    ledger.open_fund("tools-fund", "工具资金", "employment")
    ledger.allot("tools-fund", year=2026, amount=Yuan(5000), instrument="测试", by=CLOCK, on=DAY)
    return City(
        district, office, city_office, works,
        get_capacity(account(wang), "worker", DAY),
        appoint(liu, office, HRSS),
        appoint(person("李科员", LI, district), office, HRSS),
        get_capacity(account(person("外人", STRANGER, district)), "worker", DAY),
        appoint(person("赵经理", ZHAO, district), works, ENTERPRISE),
        appoint(wang, union, UNION),
    )  # fmt: skip


def person(name: str, number: str, division: Division) -> Person:
    """Somebody on record."""
    return parties.register_person(name=name, id_number=number, division=division, by=CLOCK, on=DAY)


def body(name: str, kind: Role, division: Division, **more: Any) -> Organisation:
    """An organisation on record."""
    return parties.register_organisation(
        name=name, kind=kind, division=division, by=CLOCK, on=DAY, **more
    )


def account(someone: Person) -> Account:
    """The account of a person, opened when first asked for."""
    found = Account.objects.filter(person=someone).first()
    return found or parties.open_account(email=f"{someone.pk}@example.org", person=someone)


def appoint(someone: Person, organisation: Organisation, role: Role) -> Capacity:
    """The capacity that a new office gives."""
    office = parties.grant_office(someone, organisation, role=role, title="科员", by=CLOCK, on=DAY)
    return get_capacity(account(someone), f"office:{office.pk}", DAY)
