"""What a body plans and enters, and what must hold before certificates are issued (Art. 23)."""

from datetime import date

from gongtu.engines.entitlement.declare import TITLE, TODAY, Condition, Form, RecordKey, Text, ask
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.skills.facts import Session
from gongtu.registers.standards.facts import Examining

ART_23 = article(23, 1)
POLICY = Policy.beside(__file__)


class Plan(Form):
    """One session: which ability, when and where."""

    ability = ask(RecordKey, "专项职业能力", choose="filed-ability")
    planned_on = ask(date, "考核日期")
    place = ask(str, "考核地点", most=TITLE)


class Names(Form):
    """Who sits."""

    names = ask(Text, "考生名单", hint="每行写一名考生的姓名和出生日期，例如：张三 1990-01-31")


class Marks(Form):
    """What they reached."""

    marks = ask(
        Text,
        "成绩",
        hint="每行写姓名和按考核规范合计的成绩（0至100）；同名的，在姓名后写明出生日期。",
    )


FILED = Condition(
    "考核当日有有效备案，项目没有停用",
    ART_23,
    Examining.filed,
    "filed",
    "备案已经终止或者项目已经停用的，取消本场考核。",
)
DAY_HAS_COME = Condition(
    "考核日期已到",
    ART_23,
    Plan.planned_on <= TODAY,
    "day-has-come",
    "考核还没有进行，不能录入成绩。",
)
HAS_CANDIDATES = Condition("已录入考生", ART_23, Session.candidates >= 1, "has-candidates")
ALL_MARKED = Condition("每名考生均有成绩", ART_23, Session.unmarked.is_(0), "all-marked")
