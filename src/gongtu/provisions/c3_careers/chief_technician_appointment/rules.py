"""Whom an enterprise proposes, what its panel found, and what must hold (Art. 21).

A grade that another enterprise assessed counts here by an agreement on recognition (Art. 22).
"""

from datetime import date

from gongtu.engines.casework.declare import Labelled
from gongtu.engines.entitlement.declare import (
    TODAY,
    Condition,
    Form,
    PersonKey,
    RecordKey,
    Text,
    ask,
    parameter,
)
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.appointments.facts import Appointed
from gongtu.registers.recognition.facts import Counting
from gongtu.registers.skills.choices import Grade

ART_21 = article(21, 2)
POLICY = Policy.beside(__file__)
SPECIAL, CHIEF = Grade.SPECIAL_TECHNICIAN, Grade.CHIEF_TECHNICIAN


class Nomination(Form):
    """Whom the enterprise proposes for which post, and why."""

    candidate = ask(PersonKey, "人选", choose="employee")
    occupation = ask(RecordKey, "职业", choose="occupation")
    grade = ask(
        Grade,
        "评聘等级",
        choices=((SPECIAL.value, SPECIAL.label), (CHIEF.value, CHIEF.label)),
    )
    deeds = ask(Text, "主要业绩")
    agreed = ask(bool, "本人同意推荐并同意公示")


class Review(Form):
    """What the enterprise's panel found."""

    members = ask(int, "评审组人数", unit="人")
    in_favour = ask(int, "同意人数", unit="人")
    recused = ask(bool, "与人选有利害关系的成员已经回避")
    passed = ask(bool, "已按本单位评聘办法表决通过")


class Term(Form):
    """For how long."""

    until = ask(date, "聘期届满日")


class Renewal(Form):
    """For how much longer."""

    renewed_until = ask(date, "续聘期满日")


class Cause(Labelled):
    """Why an appointment ends before its term, as whoever checks it reads."""

    LEFT = "left", "离开本单位"
    POST = "post", "岗位调整"
    ASSESSMENT = "assessment", "聘期考核不合格"
    REQUEST = "request", "本人申请"


class Ending(Form):
    """Why, in a class; what the person said is on file before."""

    cause = ask(Cause, "解聘原因")
    heard = ask(Text, "本人的陈述、申辩", hint="没有意见的，写明何时以何种方式告知。")


QUALIFIED = Condition(
    "评聘特级技师的，高级技师等级在本单位计入；评聘首席技师的，现受聘为本单位特级技师",
    ART_21,
    Nomination.grade.is_(SPECIAL) & Counting.grade.is_(Grade.SENIOR_TECHNICIAN)
    | Nomination.grade.is_(CHIEF) & Appointed.special,
    "qualified",
    "原等级由其他企业评价的，先与该企业订立互认协议，或者由本单位评价。",
)
LONG_ENOUGH = Condition(
    "在前一等级满规定月数",
    ART_21,
    Nomination.grade.is_(SPECIAL)
    & (TODAY >= Counting.since.plus_months(parameter("months_before", int, row=Nomination.grade)))
    | Nomination.grade.is_(CHIEF)
    & (
        TODAY
        >= Appointed.special_since.plus_months(
            parameter("months_before", int, row=Nomination.grade)
        )
    ),
    "long-enough",
)
WITHIN_QUOTA = Condition(
    "本单位该等级尚有职数",
    ART_21,
    Appointed.filled < parameter("quota", int, row=Nomination.grade),
    "within-quota",
    "有人解聘或者聘期届满以后再办理。",
)
AGREED = Condition("本人同意推荐和公示", ART_21, Nomination.agreed, "agreed")
RECUSED = Condition("有利害关系的评审成员已经回避", ART_21, Review.recused, "recused")
PASSED = Condition("评审组表决通过", ART_21, Review.passed, "passed")
COUNTED = Condition(
    "同意人数不多于评审组人数", ART_21, Review.in_favour <= Review.members, "counted"
)
FAVOURED = Condition("评审组至少一人同意", ART_21, Review.in_favour >= 1, "favoured")
TERM_OVER = Condition("聘期已经届满", ART_21, Appointed.until <= TODAY, "term-over")

ELIGIBLE = (QUALIFIED, LONG_ENOUGH, WITHIN_QUOTA, AGREED)
REVIEWED = (RECUSED, PASSED, FAVOURED, COUNTED)
