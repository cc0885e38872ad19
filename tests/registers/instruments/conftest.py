"""Two officers who decide, one who does not, and the policy plugged into their decisions."""

from datetime import date
from pathlib import Path

import pytest

from gongtu.parties.capacity import Capacity
from gongtu.parties.models import Person
from gongtu.parties.roles import FINANCE, HRSS, Role
from gongtu.policy import Policy
from gongtu.policy.city import active_city
from gongtu.registers.instruments.choices import Instrument

DAY = date(2026, 9, 1)
POLICY = Policy.load(Path(__file__).with_name("parameters.yaml"), key="decided_in_tests")
AMOUNT, MONTHS = "decided_in_tests:amount", "decided_in_tests:months"
NOTICE = Instrument(
    title="关于继续实施技能提升补贴的通知", number="青人社规[2026]1号", issued_on=date(2026, 8, 20)
)


def officer(name: str, role: Role = HRSS) -> Capacity:
    person = Person.objects.create(name=name, registered_on=DAY)
    city = active_city().division
    return Capacity(role, None, person.pk, None, city, f"市人社局{name}")


@pytest.fixture
def liu(db: None) -> Capacity:
    return officer("刘科长")


@pytest.fixture
def chen(db: None) -> Capacity:
    return officer("陈处长")


@pytest.fixture
def treasurer(db: None) -> Capacity:
    return officer("孙会计", FINANCE)
