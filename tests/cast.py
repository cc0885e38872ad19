"""The same people in every test of pages and journeys, each in the capacity they act in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.test import Client
from stdnum.cn import ric

from gongtu.base.money import Yuan
from gongtu.engines.ledger import services as ledger
from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.parties.models import Account, Division, Organisation, Person
from gongtu.parties.queries import get_capacity
from gongtu.parties.roles import DEPARTMENT, ENTERPRISE, FEDERATION, HRSS, SCHOOL, UNION, Role
from gongtu.registers.skills.models import Occupation
from tests.replay import replayed

DAY = date(2026, 9, 1)
FOUNDED = date(2020, 1, 1)
FITTER = "6-20-01-01"
WORKS, OTHER_WORKS = "91370200264574251E", "91350100M000100Y43"
FUNDS = ("unemployment-insurance-fund", "employment-subsidy-fund")


@dataclass
class Cast:
    """王师傅, 小李, clerks of 甲公司 and a school, officers of 区人社局, 市人社局, unions, 外人."""

    district: Division
    bodies: dict[str, Organisation]
    wang: Capacity
    li: Capacity
    clerk: Capacity
    other_clerk: Capacity
    school: Capacity
    liu: Capacity
    sun: Capacity
    zheng: Capacity
    union: Capacity
    federation: Capacity
    city_federation: Capacity
    education: Capacity
    stranger: Capacity
    _clients: dict[str, Client] = field(default_factory=dict, repr=False)

    def client(self, capacity: Capacity) -> Any:
        """A browser without JavaScript, signed in and acting in this capacity."""
        key = f"{capacity.account} {capacity.key}"
        if key not in self._clients:
            self._clients[key] = _signed_in(capacity)
        return self._clients[key]

    def person(self, capacity: Capacity) -> Person:
        """Who stands behind a capacity."""
        return Person.objects.get(pk=capacity.person or "")


@replayed
def raise_curtain() -> Cast:
    """Found the city's bodies, appoint everybody, and put money into the funds."""
    city = Division.objects.create(code="370200", name="青岛市", level="city")
    south = Division.objects.create(code="370202", name="市南区", level="district", parent=city)
    bodies = _bodies(city, south)
    Occupation.objects.create(code=FITTER, name="装配钳工")
    for key in FUNDS:
        ledger.open_fund(key, key, "public")
        ledger.allot(key, year=2026, amount=Yuan(100_000), instrument="预算", by=CLOCK, on=FOUNDED)
    wang, li = hire("王师傅", 1, bodies["works"]), hire("小李", 2, bodies["works"])
    return Cast(
        south,
        bodies,
        wang=oneself(wang),
        li=oneself(li),
        clerk=_officer("陈经办", 3, bodies["works"], ENTERPRISE),
        other_clerk=_officer("钱经办", 4, bodies["other"], ENTERPRISE),
        school=_officer("吴老师", 13, bodies["school"], SCHOOL),
        liu=_officer("刘科长", 5, bodies["hrss"], HRSS),
        sun=_officer("孙科长", 6, bodies["hrss"], HRSS),
        zheng=_officer("郑处长", 12, bodies["city-hrss"], HRSS),
        union=_officer("林主席", 7, bodies["union"], UNION),
        federation=_officer("周主席", 8, bodies["federation"], FEDERATION),
        city_federation=_officer("赵主席", 9, bodies["city-federation"], FEDERATION),
        education=_officer("于科长", 10, bodies["education"], DEPARTMENT),
        stranger=oneself(somebody("外人", 11, south)),
    )


def id_number(serial: int) -> str:
    """A certified number that breaks no rule: born on a day of 1985, the serial in the middle."""
    stem = f"37020219850{1 + serial // 20000 % 9}{1 + serial // 1000 % 20:02d}{serial % 1000:03d}"
    return stem + ric.calc_check_digit(stem + "0")


def somebody(name: str, serial: int, division: Division) -> Person:
    """A person on record."""
    number = id_number(serial)
    return parties.register_person(
        name=name, id_number=number, division=division, by=CLOCK, on=FOUNDED
    )


def hire(name: str, serial: int, organisation: Organisation) -> Person:
    """A person on record who works there."""
    person = somebody(name, serial, organisation.division)
    parties.employ(person, organisation, post="钳工", by=CLOCK, on=FOUNDED)
    return person


def oneself(person: Person) -> Capacity:
    """The person for themselves."""
    return get_capacity(_account(person), "worker", FOUNDED)


def _bodies(city: Division, south: Division) -> dict[str, Organisation]:
    works = _body("甲公司", ENTERPRISE, south, uscc=WORKS)
    return {
        "works": works,
        "other": _body("乙公司", ENTERPRISE, south, uscc=OTHER_WORKS),
        "school": _body("甲技师学院", SCHOOL, south, key="school"),
        "union": _body("甲公司工会", UNION, south, parent=works),
        "hrss": _body("市南区人社局", HRSS, south, key="hrss", level="district"),
        "city-hrss": _body("青岛市人社局", HRSS, city, key="hrss", level="city"),
        "federation": _body("市南区总工会", FEDERATION, south, key="federation", level="district"),
        "city-federation": _body("青岛市总工会", FEDERATION, city, key="federation", level="city"),
        "education": _body("市南区教育局", DEPARTMENT, south, key="education", level="district"),
    }


def _body(name: str, kind: Role, division: Division, **more: Any) -> Organisation:
    return parties.register_organisation(
        name=name, kind=kind, division=division, by=CLOCK, on=FOUNDED, **more
    )


def appoint(name: str, serial: int, role: Role, division: Division | None) -> Capacity:
    """An officer of a public body of the division, founded for them."""
    assert division is not None
    body = _body(
        f"{division.name}{role.label}", role, division,
        key=f"{role}-{serial}", level=division.level,
    )  # fmt: skip
    return _officer(name, serial, body, role)


def _officer(name: str, serial: int, organisation: Organisation, role: Role) -> Capacity:
    person = somebody(name, serial, organisation.division)
    office = parties.grant_office(
        person, organisation, role=role, title="经办人", by=CLOCK, on=FOUNDED
    )
    return get_capacity(_account(person), f"office:{office.pk}", FOUNDED)


def _account(person: Person) -> Account:
    return parties.open_account(email=f"{person.pk}@example.org", person=person, is_demo=True)


def _signed_in(capacity: Capacity) -> Client:
    client = Client()
    account = Account.objects.get(pk=capacity.account or 0)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session["capacity"] = capacity.key
    session.save()
    return client
