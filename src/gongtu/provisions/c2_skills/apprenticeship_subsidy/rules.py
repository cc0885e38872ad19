"""Which apprenticeships are subsidised, and by how much (Art. 14)."""

from datetime import date

from gongtu.base.money import Yuan
from gongtu.engines.casework.declare import Labelled
from gongtu.engines.entitlement.declare import Condition, Form, ask, parameter
from gongtu.law import article
from gongtu.policy import Policy

ART_14 = article(14)
FUND = "employment-subsidy-fund"
POLICY = Policy.beside(__file__)


class Partner(Labelled):
    """With whom the enterprise trains."""

    SCHOOL = "school", "职业学校"
    PROVIDER = "provider", "职业培训机构"
    NONE = "none", "无"


class Claim(Form):
    """What the enterprise tells of one class of apprentices."""

    partner = ask(Partner, "合作培养单位")
    began = ask(date, "开班日期")
    years = ask(int, "培养年限", "年")
    apprentices = ask(int, "学徒人数", "人")
    contracts = ask(bool, "已与每名学徒签订一年以上劳动合同和培养协议")
    two_mentors = ask(bool, "每名学徒均有企业和院校两名导师")


CONDITIONS = (
    Condition(
        "与职业学校或者职业培训机构联合培养",
        ART_14,
        Claim.partner.is_not(Partner.NONE),
        "with-partner",
    ),
    Condition("企校双师带徒", ART_14, Claim.two_mentors, "two-mentors"),
    Condition("已签订劳动合同和培养协议", ART_14, Claim.contracts, "contracts"),
    Condition(
        "培养年限在规定范围内",
        ART_14,
        (Claim.years >= parameter("minimum_years")) & (Claim.years <= parameter("maximum_years")),
        "lasts-as-provided",
    ),
)
AMOUNT = parameter("per_apprentice_year", Yuan, on=Claim.began) * Claim.apprentices * Claim.years
