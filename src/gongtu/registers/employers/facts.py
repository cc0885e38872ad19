"""What rules may ask of an enterprise: what it is, what it did this year, its last figures."""

from datetime import date

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import Facts, fact
from gongtu.parties.choices import Size
from gongtu.registers.employers.choices import Partner, PlatformKind, Recogniser, Scheme

STANDING = "企业登记"
YEARLY = "企业年度填报"
PLATFORMS = "技能人才培养平台登记"
CLASSES = "学徒培训班次登记"
CERTIFICATIONS = "产教融合型企业认定"


class Enterprise(Facts, of="enterprise"):
    """What the enterprise is on a day."""

    headcount = fact(int, "职工人数", unit="人", source=STANDING)
    state_owned = fact(bool, "国有企业", source=STANDING)
    size = fact(Size, "规模类型", source=STANDING)
    industry = fact(str, "行业代码", source=STANDING)
    division = fact(str, "所在区（市）", source=STANDING)
    has_union = fact(bool, "已建立工会", source="工会组织登记")


class ThisYear(Facts, of="enterprise"):
    """What the enterprise did in the year of the day of asking."""

    plan_made_on = fact(date, "本年度教育培训计划制定日期", source=YEARLY)
    congress_held_on = fact(date, "本年度职工代表大会召开日期", source=YEARLY)
    fund_told_on = fact(date, "本年度向职工代表大会报告经费使用情况的日期", source=YEARLY)
    employee_directors = fact(int, "董事会中的职工代表", unit="人", source=YEARLY)


class LastFigures(Facts, of="enterprise"):
    """Its figures of the last year that is over."""

    wages = fact(Yuan, "上一年度职工工资总额", unit="元", source=YEARLY)
    fund_drawn = fact(Yuan, "上一年度提取的职工教育经费", unit="元", source=YEARLY)
    fund_used = fact(Yuan, "上一年度使用的职工教育经费", unit="元", source=YEARLY)
    frontline_used = fact(Yuan, "上一年度用于一线职工的教育经费", unit="元", source=YEARLY)
    report_published_on = fact(date, "上一年度社会责任报告发布日期", source=YEARLY)


class Platform(Facts, of="platform"):
    """One recognised training platform."""

    number = fact(str, "平台编号", source=PLATFORMS)
    kind = fact(PlatformKind, "平台类别", source=PLATFORMS)
    level = fact(Recogniser, "认定级别", source=PLATFORMS)
    scheme = fact(Scheme, "适用的补助标准", source=PLATFORMS)
    recognised_on = fact(date, "认定日期", source=PLATFORMS)
    floor_area = fact(int, "场地面积", unit="平方米", source=PLATFORMS)
    in_force = fact(bool, "认定有效", source=PLATFORMS)
    granted = fact(bool, "补助已领取", source=PLATFORMS)


class EmployerYear(Facts, of="employer-year"):
    """One year of an enterprise, as the surcharges of that year are set off."""

    ends_on = fact(date, "年度终了日", source=YEARLY)
    certified = fact(bool, "年度终了时为产教融合型企业", source=CERTIFICATIONS)
    investment = fact(Yuan, "当年职业教育投资额", unit="元", source=YEARLY)
    turnover_taxes = fact(Yuan, "当年实际缴纳的增值税、消费税", unit="元", source=YEARLY)


class Apprenticeship(Facts, of="apprenticeship"):
    """One class of apprentices."""

    number = fact(str, "班次编号", source=CLASSES)
    partner = fact(Partner, "合作培养单位", source=CLASSES)
    began = fact(date, "开班日期", source=CLASSES)
    years = fact(int, "培养年限", unit="年", source=CLASSES)
    apprentices = fact(int, "学徒人数", unit="人", source=CLASSES)
    contracts = fact(bool, "已与每名学徒签订一年以上劳动合同和培养协议", source=CLASSES)
    two_mentors = fact(bool, "每名学徒均有企业和院校两名导师", source=CLASSES)
    drawn = fact(bool, "该班次的补贴已领取", source=CLASSES)
