"""A small world of rules for the tests of the engine."""

from datetime import date
from enum import StrEnum

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import (
    TODAY,
    Benefit,
    Condition,
    Facts,
    Subject,
    fact,
    parameter,
)
from gongtu.law import article
from gongtu.parties.roles import WORKER
from gongtu.policy import Policy

DAY = date(2026, 9, 1)
POLICY = Policy.beside(__file__)
ART_16 = article(16)


class Level(StrEnum):
    JUNIOR = "junior"
    SENIOR = "senior"
    MASTER = "master"

    @property
    def label(self) -> str:
        return {"junior": "初级工", "senior": "高级工", "master": "首席技师"}[self]


class Sample(Facts, of="sample"):
    grade = fact(Level, "等级", source="证书登记")
    began = fact(date, "开始日期", source="申请表")
    applied = fact(date, "申请日期", daily=True)
    months = fact(int, "缴费月数", "月", "社会保险登记", monthly=True)
    people = fact(int, "人数", "人")
    times = fact(int, "已申请次数", "次")
    agreed = fact(bool, "本人同意")


LONG_ENOUGH = Sample.months >= parameter("minimum", on=Sample.began)
AMOUNT = parameter("rate", Yuan, row=Sample.grade, on=Sample.began) * Sample.people


def subject(as_of: date = DAY, **values: object) -> Subject:
    return Subject("sample:1", "样例", Sample.recorded(as_of=as_of, **values))


def benefit(*conditions: Condition, key: str = "sample-subsidy") -> Benefit:
    return Benefit(
        key=key,
        title="样例补贴",
        basis=(ART_16,),
        fulfils=("sample",),
        beneficiary=WORKER,
        fund="employment-subsidy",
        conditions=conditions,
        amount=AMOUNT,
        subjects=lambda _beneficiary, _on: [],
        per="sample",
        claim="sample-subsidy",
        policy=POLICY,
    )


PAID = Condition("缴费满规定月数", ART_16, LONG_ENOUGH, "paid", "请继续缴费。")
IN_TIME = Condition(
    "在规定期限内申请", ART_16, TODAY <= Sample.began.plus_months(parameter("within")), "in-time"
)
AGREED = Condition("本人同意", ART_16, Sample.agreed, "agreed")
