"""A city in which 王师傅 is owed the subsidy for a senior certificate, and knows nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.registry import get_benefit
from gongtu.policy import providers
from gongtu.policy.values import DecidedValue
from gongtu.registers.offers import services
from gongtu.registers.offers.declare import Beneficiary
from gongtu.registers.offers.models import Run
from tests.cast import DAY, Cast, raise_curtain
from tests.factories.skills import certificate, insured

KEY = "skill-upgrade-subsidy"
RATES = {"junior": Yuan(1000), "intermediate": Yuan(1500), "senior": Yuan(2000)}


@dataclass
class Offering:
    """The cast with one certificate that is owed for."""

    cast: Cast
    number: str

    @property
    def wang(self) -> Beneficiary:
        return Beneficiary(person=self.cast.wang.person)

    def run(self, *, on: date = DAY) -> Run:
        """One run over the city, as every night."""
        run = services.begin_run(by=self.cast.liu, on=on)
        services.carry_out(run, lambda _done, _total: None)
        return run


def decided(rates: dict[str, Any]) -> Any:
    """As if two officers had settled the rate from the first day of the year."""
    key = get_benefit(KEY).policy["amount"].key
    value = DecidedValue(since=date(2026, 1, 1), value=rates, instrument="测试", source="测试")
    return lambda asked: [value] if asked == key else []


@pytest.fixture
def offering(db: None) -> Iterator[Offering]:
    cast = raise_curtain()
    held = certificate(cast)
    insured(cast)
    before = providers.use_decisions(decided(RATES))
    yield Offering(cast, held.number)
    providers.use_decisions(before)
