"""Who may apply for which title from which grade, and what an application tells (Art. 24).

The rules are the bridges of the ladder: the map of careers and the register of equivalence read
the same ones.  Which document they rest on, and since when, the register says row by row.
"""

from gongtu.engines.entitlement.declare import CODE, Benefit, Condition, Form, RecordKey, Text, ask
from gongtu.law import article
from gongtu.parties.roles import WORKER
from gongtu.policy import Policy
from gongtu.provisions.c3_careers.title_application.records import subjects
from gongtu.registers.ladder.declare import AFTER_SENIOR, AFTER_TECHNICIAN, Bridge, Work
from gongtu.registers.ladder.facts import Counted, Held, Placed, Possible
from gongtu.registers.skills.choices import Grade
from gongtu.registers.titles.choices import Series, TitleLevel

ART_24 = article(24, 3)
POLICY = Policy.beside(__file__)

AFTER_SENIOR_TECHNICIAN = Work(
    "取得一级/高级技师后，累计工作满规定年数",
    "years-after-senior-technician",
    Held.senior_technician,
    Counted.after_senior_technician,
    Possible.after_senior_technician,
)
SENIOR = Condition("取得三级/高级工证书", ART_24, Held.senior, "senior", "先取得三级/高级工证书。")
TECHNICIAN = Condition(
    "取得二级/技师证书", ART_24, Held.technician, "technician", "先取得二级/技师证书。"
)
SENIOR_TECHNICIAN = Condition(
    "取得一级/高级技师证书",
    ART_24,
    Held.senior_technician,
    "senior-technician",
    "先取得一级/高级技师证书。",
)
ON_LINE = Condition(
    "在一线从事所申报专业的技术技能工作",
    ART_24,
    Placed.on_line,
    "on-line",
    "申报时写明岗位和工作，由用人单位证明。",
)


def _bridge(grade: Grade, title: TitleLevel, held: Condition, worked: Condition) -> Bridge:
    admits = Benefit(
        key=f"title-{title.value}",
        title=f"{title.label}职称申报条件",
        basis=(ART_24,),
        fulfils=("title-application", "equivalence-with-titles"),
        beneficiary=WORKER,
        conditions=(held, worked, ON_LINE),
        gives=f"可以申报评审{title.label}职称",
        subjects=subjects,
        per="ladder",
        policy=POLICY,
    )
    return Bridge(grade, title.value, admits)


BRIDGES = (
    _bridge(
        Grade.SENIOR,
        TitleLevel.ASSISTANT,
        SENIOR,
        AFTER_SENIOR.for_years("years_to_assistant", ART_24),
    ),
    _bridge(
        Grade.TECHNICIAN,
        TitleLevel.INTERMEDIATE,
        TECHNICIAN,
        AFTER_TECHNICIAN.for_years("years_to_intermediate", ART_24),
    ),
    _bridge(
        Grade.SENIOR_TECHNICIAN,
        TitleLevel.ASSOCIATE_SENIOR,
        SENIOR_TECHNICIAN,
        AFTER_SENIOR_TECHNICIAN.for_years("years_to_associate_senior", ART_24),
    ),
)


class Application(Form):
    """Which title in which field, and where the work is done."""

    occupation = ask(
        RecordKey,
        "职业",
        choose="own-occupation",
        hint="登记中您从事过或者取得证书的职业；没有列出的，请单位先补登。",
    )
    level = ask(TitleLevel, "申报级别")
    series = ask(Series, "职称系列")
    speciality = ask(str, "申报专业")
    work = ask(Text, "岗位和主要工作、业绩", hint="写明在哪一线岗位、做什么，由用人单位证明。")


class Checked(Form):
    """What the records cannot say was looked into."""

    checked = ask(
        Text, "核对情况", hint="写明核对了什么、依据什么，例如用人单位出具的一线岗位证明。"
    )


class Reviewed(Form):
    """Which committee passed it, and when."""

    committee = ask(str, "评审委员会")


class Granted(Form):
    """The certificate."""

    number = ask(str, "职称证书编号", most=CODE)
