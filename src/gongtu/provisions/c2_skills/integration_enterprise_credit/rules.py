"""How much of its surcharges a certified enterprise may set off, for each year (Art. 13)."""

from decimal import Decimal
from functools import partial

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import Benefit, Condition, lesser_of, parameter
from gongtu.engines.entitlement.duties.declare import Duty
from gongtu.engines.entitlement.expressions import Expr
from gongtu.law import article
from gongtu.parties.roles import ENTERPRISE
from gongtu.policy import Policy
from gongtu.provisions.c2_skills.integration_enterprise_credit.records import subjects
from gongtu.registers.employers.facts import EmployerYear
from gongtu.registers.employers.known import enterprise_past

TOGETHER, FOUNDED, ART_13 = article(13, 1), article(13, 2), article(13, 3)
FUND = "education-surcharges"
POLICY = Policy.beside(__file__)


def rate(name: str) -> Expr[Decimal]:
    """A rate in force at the end of the year."""
    return parameter(name, Decimal, on=EmployerYear.ends_on)


part_of_investment = EmployerYear.investment.percent(rate("invested_share"))
surcharge = EmployerYear.turnover_taxes.percent(rate("education_surcharge"))
local_surcharge = EmployerYear.turnover_taxes.percent(rate("local_surcharge"))

CONDITIONS = (
    Condition(
        "年度终了时为产教融合型企业",
        ART_13,
        EmployerYear.certified,
        "certified",
        "纳入产教融合型企业建设培育范围后，自纳入的年度起享受。",
    ),
    Condition("当年有职业教育投资", ART_13, EmployerYear.investment > Yuan(0), "invested"),
    Condition("当年缴纳了增值税或者消费税", ART_13, EmployerYear.turnover_taxes > Yuan(0), "taxed"),
)
AMOUNT = lesser_of(part_of_investment, surcharge + local_surcharge)

BENEFIT = Benefit(
    key="integration-enterprise-credit",
    title="产教融合型企业教育费附加抵免",
    basis=(ART_13,),
    fulfils=("integration-enterprise-tax-relief", "integration-enterprise-support"),
    beneficiary=ENTERPRISE,
    fund=FUND,
    conditions=CONDITIONS,
    amount=AMOUNT,
    subjects=subjects,
    per="employer-year",
    policy=POLICY,
)

duty = partial(Duty, bearer=ENTERPRISE, past=enterprise_past, policy=POLICY)

DUTIES = (
    duty(
        key="joint-training",
        title="与院校、培训机构联合开展职业教育和技能培训",
        basis=(TOGETHER,),
        fulfils=("joint-education-and-training",),
    ),
    duty(
        key="joint-institutions",
        title="与学校共建专业，合作举办办学机构和项目",
        basis=(FOUNDED,),
        fulfils=(
            "majors-built-together",
            "mixed-ownership-pilots",
            "institutions-founded-together",
        ),
    ),
)
