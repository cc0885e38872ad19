"""Who is owed the subsidy for a raised degree, and how much (Art. 16)."""

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
from gongtu.provisions.c2_skills.degree_subsidy.records import subjects
from gongtu.registers.education.facts import Degree

ART_16 = article(16)
FUND = "unconfirmed-fund"
POLICY = Policy.beside(__file__)


class Claim(Form):
    """Nothing but the degree, which the worker's page has chosen already."""

    degree = ask(RecordKey, "据以申领的学历", choose="degree")


CONDITIONS = (
    Condition("已经毕业", ART_16, Degree.graduated, "graduated", "毕业并经学校报送登记后即符合。"),
    Condition("条例施行以后毕业", ART_16, Degree.since_statute, "since-the-statute"),
    Condition("学历层次高于此前的最高学历", ART_16, Degree.raised, "raised"),
    Condition("这一学历层次未曾领取", ART_16, ~Degree.drawn, "once-a-level"),
)
AMOUNT = parameter("amount", Yuan, row=Degree.level, on=Degree.graduated_on)

BENEFIT = Benefit(
    key="degree-subsidy",
    title="学历提升补贴",
    basis=(ART_16,),
    fulfils=("degree-upgrade-subsidy",),
    beneficiary=WORKER,
    fund=FUND,
    conditions=CONDITIONS,
    amount=AMOUNT,
    subjects=subjects,
    per="degree",
    claim="degree-subsidy",
    policy=POLICY,
)
