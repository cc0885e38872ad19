"""A decision on money whose facts turn out to be others."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from gongtu.base.money import Yuan
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case, Correction
from gongtu.engines.entitlement.registry import get_benefit
from gongtu.parties.capacity import Capacity
from gongtu.policy import shared
from gongtu.policy.values import DecidedValue
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.models import Certificate
from tests.cast import DAY, Cast
from tests.factories.cases import claim
from tests.factories.skills import certificate, insured

NEXT = DAY + timedelta(days=1)
RATES = {"junior": Yuan(1000), "intermediate": Yuan(1500), "senior": Yuan(2000)}


def decided(hearing: int | None = None) -> Any:
    """As if two officers had settled rates and months, and the time to be heard where given."""
    policy = get_benefit("skill-upgrade-subsidy").policy
    values: dict[str, Any] = {policy["amount"].key: RATES, policy["minimum_months"].key: 12}
    if hearing is not None:
        values[shared.platform["correction_hearing_days"].key] = hearing

    def ask(key: str) -> list[DecidedValue]:
        if key not in values:
            return []
        since = date(2026, 1, 1)
        return [DecidedValue(since=since, value=values[key], instrument="测试", source="测试")]

    return ask


def granted(
    cast: Cast, grade: Grade = Grade.SENIOR, *, of: Capacity | None = None, serial: int = 1
) -> Case:
    """王师傅, unless told, was granted the subsidy by 刘科长; it is not paid yet."""
    insured(cast, of=of)
    case = claim(cast, certificate(cast, serial, grade=grade, of=of).number, by=of)
    return casework.make_move(case.number, "grant", by=cast.liu, on=DAY)


def paid(
    cast: Cast, grade: Grade = Grade.SENIOR, *, of: Capacity | None = None, serial: int = 1
) -> Case:
    """And paid by 孙科长."""
    case = granted(cast, grade, of=of, serial=serial)
    return casework.make_move(case.number, "pay", by=cast.sun, on=DAY)


def void() -> None:
    """The certificate turns out to be void."""
    Certificate.objects.update(status="revoked", revoked_on=NEXT, revoked_for="issued-in-error")


def proposed(on: date = NEXT) -> Correction:
    """What looking again proposes."""
    assert casework.propose_corrections(on=on) == 1
    return Correction.objects.latest("id")


def told(cast: Cast, on: date = NEXT) -> Correction:
    """And 刘科长 has told of it."""
    return casework.tell_correction(proposed(on).pk, by=cast.liu, on=on)


def owed_back(cast: Cast, on: date = NEXT) -> Case:
    """What 王师傅 was paid turns out not owed: he answered, and 孙科长 decided to ask it back."""
    case = paid(cast)
    void()
    found = told(cast, on)
    casework.remark(case.number, "证书是单位弄错的。", by=cast.wang, on=on)
    casework.settle_correction(found.pk, confirm=True, reason="证书撤销。", by=cast.sun, on=on)
    return case
