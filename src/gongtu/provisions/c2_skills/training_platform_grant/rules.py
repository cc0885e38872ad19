"""Which training platforms bring a grant, and how much (Art. 12)."""

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
from gongtu.parties.roles import ENTERPRISE
from gongtu.policy import Policy
from gongtu.provisions.c2_skills.training_platform_grant.records import subjects
from gongtu.registers.employers.choices import PlatformKind
from gongtu.registers.employers.facts import Platform

ART_12 = article(12)
FUND = "employment-subsidy-fund"
POLICY = Policy.beside(__file__)
FULFILS = (
    "platform-grants",
    "enterprise-training-centres",
    "high-skill-bases",
    "craftsman-academies",
    "model-worker-studios",
    "skill-master-studios",
)


class Claim(Form):
    """Nothing but the platform, which is on record already."""

    platform = ask(RecordKey, "据以申领的平台", choose="platform")


spacious = Platform.floor_area >= parameter("floor_area_least", on=Platform.recognised_on)

CONDITIONS = (
    Condition("平台认定有效", ART_12, Platform.in_force, "in-force"),
    Condition(
        "技能大师工作室有达到规定面积的固定场所",
        ART_12,
        Platform.kind.is_not(PlatformKind.MASTER_STUDIO) | spacious,
        "spacious",
        "登记固定场所的面积后再核对。",
    ),
    Condition("该平台的补助未曾领取", ART_12, ~Platform.granted, "once-a-platform"),
)
AMOUNT = parameter("amount", Yuan, row=Platform.scheme, on=Platform.recognised_on)

BENEFIT = Benefit(
    key="training-platform-grant",
    title="技能人才培养平台补助",
    basis=(ART_12,),
    fulfils=FULFILS,
    beneficiary=ENTERPRISE,
    fund=FUND,
    conditions=CONDITIONS,
    amount=AMOUNT,
    subjects=subjects,
    per="platform",
    claim="training-platform-grant",
    policy=POLICY,
)
