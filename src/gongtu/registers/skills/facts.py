"""What rules may ask of certificates, of what was drawn before, of filings and of sessions."""

from datetime import date

from gongtu.engines.entitlement.declare import Facts, fact
from gongtu.registers.skills.choices import Grade

RECORD = "职业技能等级证书登记"
DRAWN = "补贴发放记录"
ABILITIES = "专项职业能力证书登记"


class Certificate(Facts, of="certificate"):
    """One grade certificate."""

    number = fact(str, "证书编号", source=RECORD)
    grade = fact(Grade, "职业技能等级", source=RECORD)
    occupation = fact(str, "职业（工种）", source=RECORD)
    issuer = fact(str, "发证机构", source=RECORD)
    issued_on = fact(date, "发证日期", source=RECORD)
    registered = fact(bool, "证书有效且可联网查询", source=RECORD)


class Drawn(Facts, of="certificate"):
    """Skill subsidies drawn before, seen from one certificate on the day of the claim."""

    applied_on = fact(date, "申请日期", source=DRAWN, daily=True)
    this_year = fact(int, "当年已领取次数", unit="次", source=DRAWN)
    same_grade = fact(bool, "同一职业同一等级已领取过", source=DRAWN)
    higher_grade = fact(bool, "同一职业更高等级已领取过", source=DRAWN)


class Holder(Facts, of="person"):
    """What grades somebody holds."""

    senior_or_above = fact(bool, "持有高级工以上技能等级证书", source=RECORD)


class Ability(Facts, of="ability"):
    """One certificate of a special ability, which is of no grade."""

    number = fact(str, "专项职业能力证书编号", source=ABILITIES)
    name = fact(str, "专项职业能力", source=ABILITIES)
    issued_on = fact(date, "发证日期", source=ABILITIES)
    since_statute = fact(bool, "条例施行以后核发", source=ABILITIES)
    registered = fact(bool, "证书有效且可联网查询", source=ABILITIES)
    drawn = fact(bool, "同一专项职业能力已领取过补贴", source=DRAWN)


class Filing(Facts):
    """Whether a body may assess what it plans to."""

    covers = fact(bool, "备案覆盖该职业和等级", source="评价机构备案")


class Body(Facts):
    """For whom a body assesses."""

    social = fact(bool, "是社会培训评价组织", source="单位登记")


class Session(Facts):
    """How far an assessment session has come."""

    candidates = fact(int, "考生人数", unit="人", source="评价活动记录")
    unmarked = fact(int, "尚无成绩的考生人数", unit="人", source="评价活动记录")


class LookedUp(Facts):
    """What is on record beside what a stranger looked up."""

    on_record = fact(bool, "查询的编号已有登记", source=RECORD)
    name = fact(str, "登记的姓名", source=RECORD)
    agrees = fact(bool, "登记的姓名与查询的姓名一致", source=RECORD)


class Issued(Facts):
    """What is left of an assessment session's certificates."""

    certificates = fact(int, "该场评价可以撤销的证书数", unit="份", source=RECORD)
