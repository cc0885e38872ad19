"""What an enterprise plans and enters, and what must hold before certificates are issued."""

from datetime import date

from gongtu.engines.entitlement.declare import Condition, Form, RecordKey, Text, ask
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.facts import Filing, Session

ART_20, ART_21, ART_22 = article(20), article(21), article(22)
POLICY = Policy.beside(__file__)


class Plan(Form):
    """One sitting: what is assessed, when and where."""

    occupation = ask(RecordKey, "职业", choose="occupation")
    grade = ask(Grade, "等级")
    planned_on = ask(date, "评价日期")
    place = ask(str, "评价地点")


class Names(Form):
    """Who sits."""

    names = ask(Text, "考生名单", hint="每行一名本单位职工；同名的，在姓名后写明出生日期。")
    declared = ask(
        Text,
        "申报条件声明",
        optional=True,
        hint="申报条件有待核事项的，写明核对了什么、依据什么；没有待核事项的不用填写。",
    )


class Marks(Form):
    """What they reached."""

    marks = ask(Text, "成绩", hint="每行写姓名、理论成绩、技能成绩；同名的，在姓名后写明出生日期。")


WITHIN_FILING = Condition(
    "职业和等级在有效备案范围内", ART_22, Filing.covers, "within-filing", "请先办理自主评价备案。"
)
HAS_CANDIDATES = Condition("已录入考生", ART_22, Session.candidates >= 1, "has-candidates")
ALL_MARKED = Condition("每名考生均有成绩", ART_22, Session.unmarked.is_(0), "all-marked")
