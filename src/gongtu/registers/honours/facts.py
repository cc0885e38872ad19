"""What rules may ask of a title of honour, and of an award of a contest."""

from datetime import date

from gongtu.engines.entitlement.declare import Facts, fact
from gongtu.registers.honours.choices import ContestLevel, HonourKey

RECORD = "荣誉称号登记"
PAID = "荣誉津贴发放记录"
CONTESTS = "竞赛获奖登记"


class Honour(Facts, of="honour"):
    """One title of honour, which is no skill grade."""

    number = fact(str, "荣誉证书编号", source=RECORD)
    kind = fact(HonourKey, "荣誉称号", source=RECORD)
    granted_on = fact(date, "授予日期", source=RECORD)
    until = fact(date, "管理期届满日期", source=RECORD)
    standing = fact(bool, "称号未被撤销", source=RECORD)
    year = fact(int, "管理期第几年度", source=RECORD)
    drawn = fact(bool, "本管理年度已领取津贴", source=PAID)


class Award(Facts, of="award"):
    """One award of one contest."""

    number = fact(str, "获奖证书编号", source=CONTESTS)
    level = fact(ContestLevel, "竞赛级别", source=CONTESTS)
    rank = fact(int, "获奖名次", unit="名", source=CONTESTS)
    occupation = fact(str, "竞赛职业（工种）", source=CONTESTS)
    awarded_on = fact(date, "获奖日期", source=CONTESTS)
    standing = fact(bool, "获奖未被撤销", source=CONTESTS)
