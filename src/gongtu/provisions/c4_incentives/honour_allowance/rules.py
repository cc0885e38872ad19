"""Who is owed the yearly allowance for an honour, and how much (Art. 27).

The two honours bear nearly the name of the eighth grade of article 21.  They are no grade: rules
ask for the honour's key, and no grade of anybody's opens the allowance.
"""

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import (
    TODAY,
    Benefit,
    Condition,
    Form,
    RecordKey,
    ask,
    parameter,
)
from gongtu.law import article
from gongtu.parties.roles import WORKER
from gongtu.policy import Policy
from gongtu.provisions.c4_incentives.honour_allowance.records import subjects
from gongtu.registers.honours.choices import HonourKey
from gongtu.registers.honours.facts import Honour

ART_27 = article(27)
FUND = "talent-fund"
POLICY = Policy.beside(__file__)

PROVINCIAL = HonourKey("provincial-chief-technician")
MUNICIPAL = HonourKey("city-chief-technician")


class Claim(Form):
    """Nothing but the honour, which the worker's page has chosen already."""

    honour = ask(RecordKey, "据以申领的荣誉称号", choose="honour")


CONDITIONS = (
    Condition(
        "被授予省或者市的首席技师荣誉称号（不是技能等级）",
        ART_27,
        Honour.kind.among(PROVINCIAL, MUNICIPAL),
        "honour-in-scope",
    ),
    Condition("荣誉称号未被撤销", ART_27, Honour.standing, "standing"),
    Condition("在管理期以内", ART_27, TODAY < Honour.until, "within-the-term"),
    Condition(
        "本管理年度未曾领取",
        ART_27,
        ~Honour.drawn,
        "once-a-year",
        "下一管理年度可再申领，但须仍在管理期以内。",
    ),
)
AMOUNT = parameter("amount", Yuan, row=Honour.kind, on=Honour.granted_on)

BENEFIT = Benefit(
    key="honour-allowance",
    title="首席技师荣誉津贴",
    basis=(ART_27,),
    fulfils=("talent-treatment-delivered",),
    beneficiary=WORKER,
    fund=FUND,
    conditions=CONDITIONS,
    amount=AMOUNT,
    subjects=subjects,
    per="honour",
    claim="honour-allowance",
    policy=POLICY,
)
