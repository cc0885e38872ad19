"""What rules may ask of one trainee of one training course, and of what it led to."""

from datetime import date

from gongtu.engines.entitlement.declare import Facts, fact
from gongtu.registers.skills.choices import Grade

COURSES = "补贴性培训班登记"
RECORD = "学员结业登记"
CERTIFICATES = "职业技能等级证书登记"
DRAWN = "培训补贴发放记录"


class Trained(Facts, of="certificate"):
    """What training a certificate rests on."""

    at_public_cost = fact(bool, "取得该证书的培训已由政府补贴", source=DRAWN)


class Trainee(Facts, of="trainee"):
    """One trainee of one course, as the organisation that trained is paid for."""

    number = fact(str, "学员登记编号", source=RECORD)
    occupation = fact(str, "培训职业（工种）", source=COURSES)
    in_catalogue = fact(bool, "职业（工种）列入培训目录", source=COURSES)
    class_hours = fact(int, "培训课时", unit="学时", source=COURSES)
    began_on = fact(date, "开班日期", source=COURSES)
    completed = fact(bool, "已结业", source=RECORD)
    certified = fact(bool, "结业后取得有效证书", source=CERTIFICATES)
    grade = fact(Grade, "取得的技能等级", source=CERTIFICATES)
    certified_on = fact(date, "取证日期", source=CERTIFICATES)
    drawn = fact(bool, "该学员的培训补贴已领取", source=DRAWN)
