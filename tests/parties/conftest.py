"""The same small world for every test of the parties: two districts, their bodies, and people."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from gongtu.parties import services
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.parties.models import Account, Division, Organisation, Person
from gongtu.parties.queries import get_capacity, list_capacities
from gongtu.parties.roles import ENTERPRISE, FEDERATION, HRSS, UNION, Role

DAY = date(2026, 9, 1)
WANG, LI, ZHAO, LIU, STRANGER = (
    "37020219850312451X",
    "370202200011306720",
    "370203197208154937",
    "370203198811023821",
    "370214199001017634",
)
WORKS = "91370200264574251E"
OTHER_WORKS = "91350100M000100Y43"


@dataclass
class World:
    """Who is there; accounts are opened when somebody acts."""

    city: Division
    south: Division
    north: Division
    hrss: Organisation
    hrss_south: Organisation
    hrss_north: Organisation
    federation: Organisation
    works: Organisation
    other_works: Organisation
    union: Organisation
    wang: Person
    li: Person
    zhao: Person
    liu: Person
    stranger: Person

    def account(self, person: Person) -> Account:
        account = Account.objects.filter(person=person).first()
        return account or services.open_account(email=f"{person.pk}@example.org", person=person)

    def as_self(self, person: Person) -> Capacity:
        return get_capacity(self.account(person), "worker", DAY)

    def officer(self, person: Person, organisation: Organisation, role: Role) -> Capacity:
        office = services.grant_office(
            person, organisation, role=role, title="科长", by=CLOCK, on=DAY
        )
        return get_capacity(self.account(person), f"office:{office.pk}", DAY)

    def capacities(self, person: Person) -> list[Capacity]:
        return list_capacities(self.account(person), DAY)


@pytest.fixture
def world(db: None) -> Iterator[World]:
    city = Division.objects.create(code="370200", name="甲市", level="city")
    south = Division.objects.create(code="370202", name="南区", level="district", parent=city)
    north = Division.objects.create(code="370203", name="北区", level="district", parent=city)
    works = company("甲公司", WORKS, south)
    return World(
        city, south, north,
        body("市人社局", HRSS, city, "hrss"),
        body("南区人社局", HRSS, south, "hrss"),
        body("北区人社局", HRSS, north, "hrss"),
        body("市总工会", FEDERATION, city, "federation"),
        works,
        company("乙公司", OTHER_WORKS, north),
        services.register_organisation(
            name="甲公司工会", kind=UNION, division=south, parent=works, by=CLOCK, on=DAY
        ),
        person("王师傅", WANG, south),
        person("小李", LI, south),
        person("赵主席", ZHAO, north),
        person("刘科长", LIU, north),
        person("外人", STRANGER, None),
    )  # fmt: skip


def person(name: str, number: str, division: Division | None) -> Person:
    return services.register_person(
        name=name, id_number=number, division=division, by=CLOCK, on=DAY
    )


def company(name: str, uscc: str, division: Division) -> Organisation:
    return services.register_organisation(
        name=name, kind=ENTERPRISE, division=division, uscc=uscc, by=CLOCK, on=DAY
    )


def body(name: str, role: Role, division: Division, key: str) -> Organisation:
    return services.register_organisation(
        name=name, kind=role, division=division, key=key, level=division.level, by=CLOCK, on=DAY
    )
