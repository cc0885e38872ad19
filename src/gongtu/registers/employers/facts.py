"""What rules may ask of an enterprise: what it is, what it did this year, its last figures."""

from datetime import date

from gongtu.base.money import Yuan
from gongtu.engines.entitlement.declare import Facts, fact
from gongtu.parties.choices import Size

STANDING = "企业登记"
YEARLY = "企业年度填报"


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
