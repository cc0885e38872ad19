"""What rules may ask of somebody's schooling, and of one course of study."""

from datetime import date

from gongtu.engines.entitlement.declare import Facts, fact
from gongtu.registers.education.choices import ClassKind, Level, Qualified, SchoolKind

RECORD = "学历与学籍登记"
DRAWN = "学历提升补贴发放记录"


class Education(Facts, of="person"):
    """The highest schooling finished."""

    highest = fact(Level, "最高学历", source=RECORD)
    since = fact(date, "取得最高学历的日期", source=RECORD)


class Degree(Facts, of="degree"):
    """One course of study, finished or not."""

    number = fact(str, "学历登记编号", source=RECORD)
    level = fact(Level, "学历层次", source=RECORD)
    school_kind = fact(SchoolKind, "学校类别", source=RECORD)
    class_kind = fact(ClassKind, "班类", source=RECORD)
    qualified = fact(Qualified, "毕业时取得的职业资格或者技能等级", source=RECORD)
    full_time = fact(bool, "全日制", source=RECORD)
    enrolled_on = fact(date, "入学日期", source=RECORD)
    graduated_on = fact(date, "毕业日期", source=RECORD)
    graduated = fact(bool, "已毕业", source=RECORD)
    since_statute = fact(bool, "条例施行以后毕业", source=RECORD)
    raised = fact(bool, "学历层次高于此前的最高学历", source=RECORD)
    drawn = fact(bool, "这一学历层次已领取过补贴", source=DRAWN)
