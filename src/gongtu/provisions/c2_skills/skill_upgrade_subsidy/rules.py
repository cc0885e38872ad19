"""Who is owed the skill upgrade subsidy, and how much (Art. 16)."""

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
from gongtu.provisions.c2_skills.skill_upgrade_subsidy.records import subjects
from gongtu.registers.insurance.facts import Insurance
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.facts import Certificate, Drawn
from gongtu.registers.training.facts import Trained

ART_16 = article(16)
FUND = "unemployment-insurance-fund"
POLICY = Policy.beside(__file__)


class Claim(Form):
    """Nothing but the certificate, which the worker's page has chosen already."""

    certificate = ask(RecordKey, "据以申领的证书", choose="certificate")


paid_long_enough = Insurance.unemployment_months >= parameter("base_months")
paid_long_enough_for_now = Insurance.unemployment_months >= parameter(
    "minimum_months", on=Drawn.applied_on
)
last_day = Certificate.issued_on.plus_months(parameter("claim_months", on=Certificate.issued_on))

CONDITIONS = (
    Condition(
        "取得的是初级工、中级工或者高级工证书",
        ART_16,
        Certificate.grade.among(Grade.JUNIOR, Grade.INTERMEDIATE, Grade.SENIOR),
        "grade-in-scope",
    ),
    Condition("证书有效且可联网查询", ART_16, Certificate.registered, "registered"),
    Condition(
        "失业保险累计缴费达到规定月数",
        ART_16,
        paid_long_enough | paid_long_enough_for_now,
        "insured-long-enough",
        "继续参加失业保险，满规定月数后即符合。",
    ),
    Condition("在证书核发后的规定期限内申请", ART_16, Drawn.applied_on <= last_day, "in-time"),
    Condition("同一职业同一等级未曾领取", ART_16, ~Drawn.same_grade, "once-a-grade"),
    Condition("同一职业未曾就更高等级领取", ART_16, ~Drawn.higher_grade, "not-below"),
    Condition(
        "取得该证书的培训未享受政府补贴",
        ART_16,
        ~Trained.at_public_cost,
        "not-trained-at-public-cost",
    ),
    Condition(
        "当年领取次数未达上限",
        ART_16,
        Drawn.this_year.is_(0)
        | (Drawn.this_year < parameter("claims_a_year", on=Drawn.applied_on)),
        "under-the-yearly-cap",
        "下一年度可再申请，但须仍在申请期限内。",
    ),
)
AMOUNT = parameter("amount", Yuan, row=Certificate.grade, on=Drawn.applied_on)

BENEFIT = Benefit(
    key="skill-upgrade-subsidy",
    title="技能提升补贴",
    basis=(ART_16,),
    fulfils=("skill-upgrade-subsidy",),
    beneficiary=WORKER,
    fund=FUND,
    conditions=CONDITIONS,
    amount=AMOUNT,
    subjects=subjects,
    per="certificate",
    claim="skill-upgrade-subsidy",
    policy=POLICY,
)
