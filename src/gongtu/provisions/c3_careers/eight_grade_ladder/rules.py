"""The conditions to apply for 五级 to 一级, option by option, in both wordings (Art. 21).

Any one option is enough; of an option every condition must hold.  The wording an occupation's
standard uses is the register's to say.  A rule is called by its key: ladder-2023-senior-2 is
the second option for 三级/高级工 in the wording of 2023.
"""

from __future__ import annotations

from gongtu.engines.entitlement.declare import TODAY, Benefit, Condition, parameter
from gongtu.engines.entitlement.expressions import Expr
from gongtu.engines.entitlement.parties.facts import Person
from gongtu.law import article
from gongtu.parties.roles import WORKER
from gongtu.policy import Policy
from gongtu.provisions.c3_careers.eight_grade_ladder.records import (
    subjects,
    subjects_across,
    subjects_in,
)
from gongtu.registers.ladder.choices import Wording
from gongtu.registers.ladder.declare import AFTER_SENIOR, AFTER_TECHNICIAN, Ladder, Option, Work
from gongtu.registers.ladder.facts import Apprenticed, Counted, Held, Possible, Schooled, Titled
from gongtu.registers.skills.choices import Grade

ART_21 = article(21, 1)
POLICY = Policy.beside(__file__)
ENROL_SCHOOL = "已经毕业而没有登记的，请学校报送登记。"
ENROL_TITLE = "已经取得而没有登记的，请人社部门登记。"
ENROL_APPRENTICE = "已经期满而没有登记的，请带教的用人单位登记学徒培养。"


START = Work(
    "累计从事本职业或者相关职业满规定年数",
    "years-in-all",
    Counted.since <= TODAY,
    Counted.since,
    Possible.since,
)
AFTER_JUNIOR = Work(
    "取得五级/初级工后，累计工作满规定年数",
    "years-after-junior",
    Held.junior,
    Counted.after_junior,
    Possible.after_junior,
)
AFTER_INTERMEDIATE = Work(
    "取得四级/中级工后，累计工作满规定年数",
    "years-after-intermediate",
    Held.intermediate,
    Counted.after_intermediate,
    Possible.after_intermediate,
)
AFTER_ASSISTANT = Work(
    "取得初级职称后，累计工作满规定年数",
    "years-after-assistant",
    Titled.assistant,
    Counted.after_assistant,
    Possible.after_assistant,
)
AFTER_MIDDLE = Work(
    "取得中级职称后，累计工作满规定年数",
    "years-after-middle",
    Titled.middle,
    Counted.after_middle,
    Possible.after_middle,
)
AFTER_UPPER = Work(
    "取得高级职称后，累计工作满规定年数",
    "years-after-upper",
    Titled.upper,
    Counted.after_upper,
    Possible.after_upper,
)
AFTER_PRE_TECHNICIAN = Work(
    "取得预备技师后，累计工作满规定年数",
    "years-after-pre-technician",
    Schooled.pre_technician,
    Counted.after_pre_technician,
    Possible.after_pre_technician,
)


def _holds(says: str, key: str, holds: Expr[bool], remedy: str = "") -> Condition:
    return Condition(says, ART_21, holds, key, remedy)


OF_AGE = _holds(
    "年满规定周岁", "of-age", TODAY >= Person.birth.plus_years(parameter("minimum_age", int))
)
JUNIOR = _holds("取得五级/初级工证书", "junior", Held.junior, "先取得五级/初级工证书。")
INTERMEDIATE = _holds(
    "取得四级/中级工证书", "intermediate", Held.intermediate, "先取得四级/中级工证书。"
)
SENIOR = _holds("取得三级/高级工证书", "senior", Held.senior, "先取得三级/高级工证书。")
TECHNICIAN = _holds("取得二级/技师证书", "technician", Held.technician, "先取得二级/技师证书。")
ASSISTANT = _holds(
    "取得符合专业对应关系的初级职称", "assistant", Titled.assistant & Titled.fits, ENROL_TITLE
)
MIDDLE = _holds(
    "取得符合专业对应关系的中级职称", "middle", Titled.middle & Titled.fits, ENROL_TITLE
)
UPPER = _holds("取得符合专业对应关系的高级职称", "upper", Titled.upper & Titled.fits, ENROL_TITLE)
SECONDARY = _holds(
    "中等以上职业院校、技工院校或者专科以上，本专业或者相关专业毕业（含在读应届）",
    "secondary",
    Schooled.secondary & Schooled.fits,
    ENROL_SCHOOL,
)
SENIOR_CLASS = _holds(
    "技工院校高级工班以上，本专业或者相关专业毕业（含在读应届）",
    "senior-class",
    Schooled.senior_class & Schooled.fits,
    ENROL_SCHOOL,
)
COLLEGE = _holds(
    "高等职业学校、专科以上，本专业或者相关专业毕业（含在读应届）",
    "college",
    Schooled.college & Schooled.fits,
    ENROL_SCHOOL,
)
EVALUATED = _holds(
    "经评估论证的高等职业学校、专科以上院校毕业（含在读应届）",
    "evaluated",
    Schooled.college & Schooled.evaluated,
    ENROL_SCHOOL,
)
ADVANCED = _holds(
    "高级技工学校、技师学院或者高等职业学校，以高级技能为培养目标的专业毕业（含应届）",
    "advanced",
    Schooled.advanced & Schooled.fits,
    ENROL_SCHOOL,
)
TECHNICAL = _holds("高级技工学校、技师学院毕业", "technical", Schooled.technical, ENROL_SCHOOL)
TECHNICIAN_CLASS = _holds(
    "技师学院预备技师班、技师班学生", "technician-class", Schooled.technician_class, ENROL_SCHOOL
)
PRE_TECHNICIAN = _holds(
    "技师学院毕业并取得预备技师", "pre-technician", Schooled.pre_technician, ENROL_SCHOOL
)
APPRENTICED = _holds("本职业学徒期满", "apprenticed", Apprenticed.finished, ENROL_APPRENTICE)
IN_WORK = _holds("从事本职业或者相关职业", "in-work", Counted.now | Possible.count & Possible.now)


def _option(wording: Wording, grade: Grade, number: str, *conditions: Condition) -> Option:
    admits = Benefit(
        key=f"ladder-{wording.value}-{grade.value}-{number}",
        title=f"{grade.display}申报条件（{wording.label}第{number}项）",
        basis=(ART_21,),
        fulfils=("eight-grade-ladder",),
        beneficiary=WORKER,
        conditions=conditions,
        gives=f"可以申报{grade.display}",
        subjects=subjects,
        per="ladder",
        policy=POLICY,
    )
    return Option(wording, grade, admits)


NEW, OLD = Wording.OF_2023, Wording.OF_2018
FIVE, FOUR, THREE = Grade.JUNIOR, Grade.INTERMEDIATE, Grade.SENIOR
TWO, ONE = Grade.TECHNICIAN, Grade.SENIOR_TECHNICIAN

OPTIONS_2023 = (
    _option(NEW, FIVE, "1", OF_AGE),
    _option(NEW, FIVE, "2", OF_AGE, IN_WORK),
    _option(NEW, FOUR, "1", START.for_years("years_2023_intermediate_1", ART_21)),
    _option(NEW, FOUR, "2", JUNIOR, AFTER_JUNIOR.for_years("years_2023_intermediate_2", ART_21)),
    _option(NEW, FOUR, "3", SECONDARY),
    _option(NEW, THREE, "1", START.for_years("years_2023_senior_1", ART_21)),
    _option(
        NEW, THREE, "2", INTERMEDIATE, AFTER_INTERMEDIATE.for_years("years_2023_senior_2", ART_21)
    ),
    _option(NEW, THREE, "3", ASSISTANT, AFTER_ASSISTANT.for_years("years_2023_senior_3", ART_21)),
    _option(NEW, THREE, "4", SENIOR_CLASS),
    _option(NEW, THREE, "5", INTERMEDIATE, COLLEGE),
    _option(NEW, THREE, "6", EVALUATED),
    _option(NEW, TWO, "1", SENIOR, AFTER_SENIOR.for_years("years_2023_technician_1", ART_21)),
    _option(
        NEW,
        TWO,
        "2",
        ASSISTANT,
        AFTER_ASSISTANT.for_years("title_years_2023_technician_2", ART_21),
        SENIOR,
        AFTER_SENIOR.for_years("years_2023_technician_2", ART_21),
    ),
    _option(NEW, TWO, "3", MIDDLE, AFTER_MIDDLE.for_years("years_2023_technician_3", ART_21)),
    _option(
        NEW, TWO, "4", SENIOR, TECHNICAL, AFTER_SENIOR.for_years("years_2023_technician_4", ART_21)
    ),
    _option(
        NEW,
        TWO,
        "5",
        SENIOR,
        TECHNICIAN_CLASS,
        AFTER_SENIOR.for_years("years_2023_technician_5", ART_21),
    ),
    _option(
        NEW,
        ONE,
        "1",
        TECHNICIAN,
        AFTER_TECHNICIAN.for_years("years_2023_senior_technician_1", ART_21),
    ),
    _option(
        NEW,
        ONE,
        "2",
        MIDDLE,
        AFTER_MIDDLE.for_years("title_years_2023_senior_technician_2", ART_21),
        TECHNICIAN,
        AFTER_TECHNICIAN.for_years("years_2023_senior_technician_2", ART_21),
    ),
    _option(NEW, ONE, "3", UPPER, AFTER_UPPER.for_years("years_2023_senior_technician_3", ART_21)),
)
OPTIONS_2018 = (
    _option(OLD, FIVE, "1", START.for_years("years_2018_junior_1", ART_21)),
    _option(OLD, FIVE, "2", APPRENTICED),
    _option(OLD, FOUR, "1", JUNIOR, AFTER_JUNIOR.for_years("years_2018_intermediate_1", ART_21)),
    _option(OLD, FOUR, "2", START.for_years("years_2018_intermediate_2", ART_21)),
    _option(OLD, FOUR, "3", SECONDARY),
    _option(
        OLD, THREE, "1", INTERMEDIATE, AFTER_INTERMEDIATE.for_years("years_2018_senior_1", ART_21)
    ),
    _option(OLD, THREE, "2", INTERMEDIATE, ADVANCED),
    _option(
        OLD,
        THREE,
        "3",
        INTERMEDIATE,
        COLLEGE,
        AFTER_INTERMEDIATE.for_years("years_2018_senior_3", ART_21),
    ),
    _option(OLD, TWO, "1", SENIOR, AFTER_SENIOR.for_years("years_2018_technician_1", ART_21)),
    _option(
        OLD, TWO, "2", SENIOR, TECHNICAL, AFTER_SENIOR.for_years("years_2018_technician_2", ART_21)
    ),
    _option(
        OLD,
        TWO,
        "3",
        PRE_TECHNICIAN,
        AFTER_PRE_TECHNICIAN.for_years("years_2018_technician_3", ART_21),
    ),
    _option(
        OLD,
        ONE,
        "1",
        TECHNICIAN,
        AFTER_TECHNICIAN.for_years("years_2018_senior_technician_1", ART_21),
    ),
)

LADDER = Ladder((*OPTIONS_2023, *OPTIONS_2018), subjects_in, subjects_across)
