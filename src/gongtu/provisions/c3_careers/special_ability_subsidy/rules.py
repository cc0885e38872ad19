"""Who is owed a subsidy for a certified special ability, and how much (Arts. 16 and 23)."""

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import (
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
from gongtu.provisions.c3_careers.special_ability_subsidy.records import subjects
from gongtu.registers.skills.facts import Ability

ART_16 = article(16)
ART_23 = article(23)
FUND = "unconfirmed-fund"
POLICY = Policy.beside(__file__)


class Claim(Form):
    """Nothing but the certificate, which the worker's page has chosen already."""

    ability = ask(RecordKey, "据以申领的专项职业能力证书", choose="ability")


CONDITIONS = (
    Condition("条例施行以后核发", ART_23, Ability.since_statute, "since-the-statute"),
    Condition("证书有效且可查询", ART_23, Ability.registered, "registered"),
    Condition("同一专项职业能力未曾领取", ART_16, ~Ability.drawn, "once-an-ability"),
)
AMOUNT = parameter("amount", Yuan, on=Ability.issued_on)

BENEFIT = Benefit(
    key="special-ability-subsidy",
    title="专项职业能力补贴",
    basis=(ART_16, ART_23),
    fulfils=("skill-upgrade-subsidy",),
    beneficiary=WORKER,
    fund=FUND,
    conditions=CONDITIONS,
    amount=AMOUNT,
    subjects=subjects,
    per="ability",
    claim="special-ability-subsidy",
    policy=POLICY,
)
