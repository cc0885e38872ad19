"""What a body tells when it files as an assessor, and what must hold (Arts. 20, 22)."""

from datetime import date

from gongtu.engines.entitlement.declare import Condition, Form, RecordKey, Text, ask
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.facts import Body

ART_20, ART_22 = article(20), article(22)
POLICY = Policy.beside(__file__)

ASSESSED = (
    Grade.JUNIOR,
    Grade.INTERMEDIATE,
    Grade.SENIOR,
    Grade.TECHNICIAN,
    Grade.SENIOR_TECHNICIAN,
)


OF_EMPLOYERS = "企业填写；社会培训评价组织不用填写。"


class Filing(Form):
    """One occupation, and the grades up to which the body assesses."""

    occupation = ask(RecordKey, "评价的职业", choose="occupation")
    lowest = ask(Grade, "最低等级")
    highest = ask(Grade, "最高等级")
    own_business = ask(bool, "该职业与本单位主营业务相关", optional=True, hint=OF_EMPLOYERS)
    fund_drawn = ask(bool, "已按规定提取职工教育经费", optional=True, hint=OF_EMPLOYERS)
    staffed = ask(bool, "有相应的考评人员和场地")


class Entry(Form):
    """What the department enters when it records the filing."""

    site = ask(str, "评价机构序列码（六位）", hint="由省级人力资源社会保障部门确定。")
    until = ask(
        date,
        "备案有效期届满日",
        optional=True,
        hint="自这一天起不能再评价，继续评价的重新备案。统一的年限待核；"
        "决定以前，依据的文件写明期限的，填写届满日。",
    )
    checked = ask(
        Text,
        "社会培训评价组织的条件核对情况",
        optional=True,
        hint="社会培训评价组织的备案条件待核；决定以前，写明核对了什么、依据什么文件。企业不用填写。",
    )


CONDITIONS = (
    Condition("职业与主营业务相关", ART_22, Body.social | Filing.own_business, "own-business"),
    Condition("已按规定提取职工教育经费", ART_22, Body.social | Filing.fund_drawn, "fund-drawn"),
    Condition("有相应的考评人员和场地", ART_22, Filing.staffed, "staffed"),
    Condition(
        "等级在有证书编码的五级之内",
        ART_20,
        Filing.lowest.among(*ASSESSED) & Filing.highest.among(*ASSESSED),
        "grades-with-certificates",
        "学徒工由企业自行认定，特级技师、首席技师由企业按规定评聘。",
    ),
)
