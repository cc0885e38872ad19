"""What the builders of the demo share: the day, the dice, the people and the bodies."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random
from uuid import UUID

from gongtu.ops.demo.names import Names
from gongtu.parties import queries
from gongtu.parties.capacity import CLOCK, Capacity
from gongtu.parties.choices import Level
from gongtu.parties.models import Account, Organisation, Person
from gongtu.parties.roles import Role
from gongtu.policy.city import City

SEED = "gongtu"


@dataclass
class Town:
    """The demo city while it is being built."""

    city: City
    random: Random
    names: Names
    districts: list[str]
    enterprises: list[Organisation] = field(default_factory=list)
    schools: list[Organisation] = field(default_factory=list)
    providers: list[Organisation] = field(default_factory=list)
    industry_bodies: list[Organisation] = field(default_factory=list)
    assessors: list[Organisation] = field(default_factory=list)
    unions: list[Organisation] = field(default_factory=list)
    staff: dict[int, list[Person]] = field(default_factory=dict)
    cast: dict[str, Account] = field(default_factory=dict)
    officers: dict[int, list[Capacity]] = field(default_factory=dict)

    @property
    def on(self) -> date:
        return self.names.today

    @property
    def builder(self) -> Capacity:
        """Who writes what no member of the cast does."""
        return CLOCK

    @property
    def home(self) -> str:
        """The district where the cast lives."""
        return self.districts[0]

    def member(self, key: str, *, role: Role | None = None) -> Capacity:
        """One of the cast, in an office, or with `role` as that."""
        account = self.cast[key]
        capacities = queries.list_capacities(account, self.on)
        wanted = role or queries.default_capacity(account, self.on).role
        return next(capacity for capacity in capacities if capacity.role == wanted)

    def officer(self, organisation: int, place: int = 0) -> Capacity:
        """Somebody who may act for the body: the first, or another one."""
        known = self.officers[organisation]
        return known[place % len(known)]

    def office(self, role: Role, division: str | None, place: int = 0) -> Capacity:
        """Somebody of the body that has the role there; another one by place."""
        return self.officer(queries.body_for(role, division or self.home).pk, place)

    def city_office(self, role: Role, place: int = 0) -> Capacity:
        """Somebody of the city's own body of that role; another one by place."""
        return self.officer(queries.body_for(role, self.home, Level.CITY).pk, place)

    def worker(self, person: Person) -> Capacity:
        """The person as a worker; most of the demo's workers have no account."""
        return Capacity(Role.WORKER, None, person.id, None, person.division_id, person.name)

    def uuid(self) -> UUID:
        """An id that is the same every time."""
        return UUID(int=self.random.getrandbits(128), version=4)
