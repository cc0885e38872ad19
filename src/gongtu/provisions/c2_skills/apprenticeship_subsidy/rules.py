"""Which classes of apprentices are subsidised, and by how much (Art. 14)."""

from functools import partial

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import (
    Benefit,
    Condition,
    Form,
    RecordKey,
    ask,
    parameter,
)
from gongtu.engines.entitlement.duties.declare import Duty
from gongtu.law import article
from gongtu.parties.roles import ENTERPRISE
from gongtu.policy import Policy
from gongtu.provisions.c2_skills.apprenticeship_subsidy.records import subjects
from gongtu.registers.employers.choices import Partner
from gongtu.registers.employers.facts import Apprenticeship
from gongtu.registers.employers.known import enterprise_past

ART_14 = article(14)
FUND = "employment-subsidy-fund"
POLICY = Policy.beside(__file__)


class Claim(Form):
    """Nothing but the class, which is on record already."""

    apprenticeship = ask(RecordKey, "据以申领的学徒班次", choose="apprenticeship")


long_enough = Apprenticeship.years >= parameter("minimum_years", on=Apprenticeship.began)
not_too_long = Apprenticeship.years <= parameter("maximum_years", on=Apprenticeship.began)

CONDITIONS = (
    Condition(
        "与职业学校或者职业培训机构联合培养",
        ART_14,
        Apprenticeship.partner.is_not(Partner.NONE),
        "with-partner",
    ),
    Condition("企校双师带徒", ART_14, Apprenticeship.two_mentors, "two-mentors"),
    Condition("已签订劳动合同和培养协议", ART_14, Apprenticeship.contracts, "contracts"),
    Condition("培养年限在规定范围内", ART_14, long_enough & not_too_long, "lasts-as-provided"),
    Condition("该班次的补贴未曾领取", ART_14, ~Apprenticeship.drawn, "once-a-class"),
)
RATE = parameter("per_apprentice_year", Yuan, on=Apprenticeship.began)
AMOUNT = RATE * Apprenticeship.apprentices * Apprenticeship.years

BENEFIT = Benefit(
    key="apprenticeship-subsidy",
    title="企业学徒培训补贴",
    basis=(ART_14,),
    fulfils=("apprenticeship-subsidy", "apprenticeship-training"),
    beneficiary=ENTERPRISE,
    fund=FUND,
    conditions=CONDITIONS,
    amount=AMOUNT,
    subjects=subjects,
    per="apprenticeship",
    claim="apprenticeship-subsidy",
    policy=POLICY,
)

duty = partial(Duty, bearer=ENTERPRISE, past=enterprise_past, policy=POLICY)

DUTIES = (
    duty(
        key="apprentices-trained",
        title="设立学徒岗位，开展企校双师带徒、工学交替培养",
        basis=(ART_14,),
        fulfils=(
            "apprenticeship-posts",
            "apprenticeship-two-mentors",
            "apprenticeship-training",
            "apprenticeship-joint-enrolment",
        ),
    ),
)
