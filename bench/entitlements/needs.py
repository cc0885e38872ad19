"""What several rules ask alike: each with its key, its words and what it means."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from bench.entitlements.facts import (
    Drawn,
    Employer,
    Honour,
    Insured,
    Latest,
    Ownership,
    Person,
    Residence,
    School,
    Sex,
    Status,
)
from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import TODAY, parameter, when
from gongtu.engines.entitlement.expressions import Constant, Expr


class Need(NamedTuple):
    """One condition that is still without its article."""

    key: str
    says: str
    holds: Expr[bool]


def money(name: str) -> Expr[Yuan]:
    return parameter(name, Yuan)


def rate(name: str) -> Expr[Decimal]:
    return parameter(name, Decimal)


def either(test: Expr[bool], yes: Expr[Yuan], no: Expr[Yuan]) -> Expr[Yuan]:
    return when(test, yes, no)


def within(day: Expr[date], months: str) -> Expr[bool]:
    """So many months after that day are not over."""
    return TODAY <= day.plus_months(parameter(months))


def passed(day: Expr[date], months: str) -> Expr[bool]:
    """So many whole months have gone by since that day."""
    return day.months_until(TODAY) >= parameter(months)


def younger(age: str) -> Expr[bool]:
    return Person.born_on.years_until(TODAY) < parameter(age)


def older(age: str) -> Expr[bool]:
    return Person.born_on.years_until(TODAY) >= parameter(age)


def at_least(rank: str) -> Need:
    """The best certificate is of that grade or a higher one."""
    return Need("skilled", "最高等级达到规定等级", Latest.best_rank >= parameter(rank))


def insured_for(months: str) -> Need:
    return Need("insured-long", "累计参保达到规定月数", Insured.months >= parameter(months))


def insured_in_a_row(months: str) -> Need:
    return Need("insured-in-a-row", "连续参保达到规定月数", Insured.in_a_row >= parameter(months))


def under(age: str) -> Need:
    return Need("young-enough", "未满规定年龄", younger(age))


NOTHING: Expr[Yuan] = Constant(Yuan(0))

woman, man = Person.sex.is_(Sex.FEMALE), Person.sex.is_(Sex.MALE)
employed = Person.status.is_(Status.EMPLOYED)
unemployed = Person.status.is_(Status.UNEMPLOYED)
flexible = Person.status.is_(Status.FLEXIBLE)
insured = Insured.in_a_row >= 1
not_retiring = (woman & younger("retirement_women")) | (man & younger("retirement_men"))
sound = Employer.pays_insurance & (Employer.credit_rank <= parameter("sound_credit"))
small = Employer.size < parameter("small_size")
few_laid_off = (
    (Employer.size <= parameter("tiny_size")) & (Employer.layoffs <= parameter("layoffs_tiny"))
) | ((Employer.size > parameter("tiny_size")) & (Employer.layoffs <= parameter("layoffs_general")))
in_demand = (Latest.occupation < 120) | ((Latest.occupation >= 400) & (Latest.occupation < 430))
key_industry = (
    Employer.industry.is_(1)
    | Employer.industry.is_(3)
    | Employer.industry.is_(5)
    | Employer.industry.is_(7)
)
honoured = (
    Honour.district | Honour.city | Honour.model | Honour.province | Honour.contest | Honour.nation
)
out_of_work_long = unemployed & passed(Person.unemployed_since, "long_unemployment")
hard_to_place = (
    Person.disabled
    | Person.low_income
    | out_of_work_long
    | (unemployed & ((woman & older("hardship_women")) | (man & older("hardship_men"))))
)
own_occupation = Latest.occupation.is_(Person.occupation)

at_issue = parameter("upgrade_amount", Yuan, row=Latest.grade, on=Latest.issued_on)
district_rate = parameter("district_rate", Decimal, row=Person.district)

EMPLOYED = Need("employed", "在职", employed)
UNEMPLOYED = Need("unemployed", "失业", unemployed)
FLEXIBLE = Need("flexible", "灵活就业", flexible)
IN_LABOUR = Need("in-labour", "在职、失业或者灵活就业", employed | unemployed | flexible)
INSURED = Need("insured", "正在参保", insured)
ADULT = Need("adult", "年满规定年龄", older("adult_age"))
NOT_RETIRING = Need("not-retiring", "未到退休年龄", not_retiring)
RECENT = Need("recent", "证书在规定月数内取得", within(Latest.issued_on, "claim_months"))
REGISTERED = Need("registered", "证书可联网查询", Latest.registered)
SOUND = Need("sound", "企业正常参保且信用良好", sound)
FEW_LAID_OFF = Need("few-laid-off", "裁员率未超过规定", few_laid_off)
SMALL = Need("small", "中小企业", small)
KEY_INDUSTRY = Need("key-industry", "重点产业", key_industry)
NOT_STATE = Need("not-state", "非国有", Employer.ownership.is_not(Ownership.STATE))
OWN_OCCUPATION = Need("own-occupation", "证书职业与岗位一致", own_occupation)
UNDER_YEARLY_CAP = Need(
    "under-the-yearly-cap", "本年度申领次数未达上限", Drawn.this_year < parameter("claims_a_year")
)
NOT_LATELY = Need("not-lately", "近期未领取", ~within(Drawn.last_on, "interval_months"))
HARD_TO_PLACE = Need("hard-to-place", "就业困难人员", hard_to_place)
NEW_HERE = Need(
    "new-here",
    "户籍新近迁入",
    Person.residence.among(Residence.PROVINCE, Residence.OUTSIDE),
)
OF_TECHNICAL_SCHOOL = Need(
    "technical-school",
    "技工院校毕业",
    Person.school.among(School.TECHNICAL, School.TECHNICIAN),
)
HONOURED = Need("honoured", "有荣誉称号", honoured)
