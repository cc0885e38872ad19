"""What an assessor plans and enters, and what must hold before certificates are issued."""

from datetime import date

from gongtu.engines.entitlement.declare import (
    NAME,
    SMALL,
    TITLE,
    TODAY,
    Condition,
    Form,
    Masked,
    RecordKey,
    Text,
    ask,
)
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.sittings.choices import IncidentKind
from gongtu.registers.sittings.facts import Sitting
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.facts import Filing, Session

ART_20, ART_21, ART_22 = article(20), article(21), article(22)
POLICY = Policy.beside(__file__)


class Plan(Form):
    """One sitting: what is assessed, when and where."""

    occupation = ask(RecordKey, "职业", choose="occupation")
    direction = ask(
        str,
        "工种或者职业方向",
        optional=True,
        most=NAME,
        hint="印在证书上。没有的不填，证书印“--”。",
    )
    grade = ask(Grade, "等级")
    planned_on = ask(date, "评价日期")
    place = ask(str, "评价地点", most=TITLE)


class Arrangement(Form):
    """How the session is held."""

    examiners = ask(
        int,
        "本场考评人员人数",
        unit="人",
        optional=True,
        most=SMALL,
        hint="统一的人数待核；决定以前由评价机构写明，写明以后不能少于这一人数。",
    )
    sample_percent = ask(
        int,
        "复评的抽样比例",
        unit="%",
        optional=True,
        hint="公示以前按这一比例抽取考生复评。统一的比例待核；决定以前由评价机构写明。",
    )


class Rooms(Form):
    """Where people sit."""

    rooms = ask(Text, "考场", hint="每行写一个考场的名称和座位数，例如：一号机房 30")


class Examiners(Form):
    """Who examines where nobody was drawn."""

    numbers = ask(
        Text,
        "考评人员名单",
        hint="每行写一名考评人员的编号，例如：K000012。重新填写的，以最后一次为准。",
    )


class Absent(Form):
    """Which examiner does not examine after all."""

    examiner = ask(str, "考评人员编号", hint="例如K000012。")
    why = ask(str, "不能考评的原因")


class Reviews(Form):
    """What the second marking found."""

    reviews = ask(
        Text, "复评成绩", hint="每行写抽中考生的姓名、理论成绩、技能成绩；缺考的写“缺考”。"
    )


class Incident(Form):
    """What went otherwise than it should."""

    kind = ask(IncidentKind, "情况类别")
    happened_on = ask(date, "发生日期")
    told = ask(Text, "发生了什么、怎样处理")
    concerned = ask(str, "涉及的人员", optional=True)


class Names(Form):
    """Who sits."""

    names = ask(
        Masked,
        "考生名单",
        hint="每行一人。企业写本单位职工的姓名，同名的写明出生日期；"
        "社会培训评价组织写姓名，再写身份证号码或者证书编号，身份证号码在办件中只保留首尾。",
    )
    declared = ask(
        Text,
        "申报条件声明",
        optional=True,
        hint="申报条件有待核事项的，写明核对了什么、依据什么；没有待核事项的不用填写。",
    )


class Marks(Form):
    """What they reached."""

    marks = ask(
        Text,
        "成绩",
        hint="每行写姓名、理论成绩、技能成绩；缺考的写“缺考”；同名的，在姓名后写明出生日期。",
    )


WITHIN_FILING = Condition(
    "职业和等级在有效备案范围内", ART_22, Filing.covers, "within-filing", "请先办理评价备案。"
)
DAY_HAS_COME = Condition(
    "评价日期已到",
    ART_22,
    Plan.planned_on <= TODAY,
    "day-has-come",
    "评价还没有进行，不能录入成绩。",
)
NOT_ARRANGED = Condition(
    "本场没有在平台作考务安排",
    ART_22,
    Sitting.arranged.is_(False),
    "not-arranged",
    "作了考务安排的，成绩由两名经办人分别录入，不能由文件或者接口录入。",
)
ENOUGH_EXAMINERS = Condition(
    "考评人员已经抽足或者写明，且与考生没有利害关系",
    ART_20,
    Sitting.examiners_missing.is_(0),
    "enough-examiners",
    "作了考务安排的抽取，没有安排的写明考评人员；评价当日不在册、本人报考、与考生有亲属关系或者同在一个单位的不计入。",
)
MARKS_AGREE = Condition(
    "两人录入的成绩已经核对一致",
    ART_20,
    Sitting.unsettled.is_(0),
    "marks-agree",
    "还差一名经办人录入，或者两人录入的相差超过限度：由第三人查看原始评分后录入，以其为准。",
)
SAMPLE_REVIEWED = Condition(
    "抽中的样本已经复评",
    ART_20,
    Sitting.unreviewed.is_(0),
    "sample-reviewed",
    "公示以前，按考务安排的比例抽取样本，由没有录入过的经办人复评。",
)
APPEALS_DECIDED = Condition(
    "成绩申诉均已办结",
    ART_20,
    Sitting.appeals.is_(0),
    "appeals-decided",
    "先在“我的办件”中答复考生的成绩申诉。",
)
HAS_CANDIDATES = Condition("已录入考生", ART_22, Session.candidates >= 1, "has-candidates")
ALL_MARKED = Condition("每名考生均有成绩", ART_22, Session.unmarked.is_(0), "all-marked")
