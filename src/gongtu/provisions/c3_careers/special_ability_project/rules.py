"""What a project of a special ability tells, and what must hold before it stands (Art. 23)."""

from gongtu.engines.entitlement.declare import (
    CODE,
    NAME,
    SMALL,
    Condition,
    Form,
    OrganisationKey,
    PersonKey,
    Text,
    ask,
)
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.standards.choices import Need
from gongtu.registers.standards.facts import Reviewed

ART_23 = article(23, 1)
POLICY = Policy.beside(__file__)
HOW = (
    "每节先写一行“# 节名”，以下写正文。考什么各写一行，例如“技能：剪样 60%”；"
    "知识点、技能点的比重各合计100%，也可以都不写。"
)


class Project(Form):
    """What is to be examined, and why."""

    name = ask(str, "专项职业能力名称", most=NAME)
    need = ask(Need, "面向的需求")
    grounds = ask(
        Text, "开发的理由", hint="写明就业或者传承的需求，以及现有的职业标准为什么不能覆盖。"
    )
    hours = ask(int, "学习的参考学时", unit="学时", most=SMALL)
    norm = ask(Text, "考核规范", hint=HOW)


class Revised(Form):
    """Another norm."""

    revised = ask(Text, "修改后的考核规范", hint=HOW)


class Asked(Form):
    """How many experts are asked."""

    experts = ask(
        int,
        "评审专家人数",
        unit="人",
        optional=True,
        most=SMALL,
        hint="统一的人数待核；决定以前由受理人员写明。",
    )


class Opinion(Form):
    """What one expert said."""

    reviewer = ask(PersonKey, "评审专家", hint="提出单位的人员、承办人员不能担任。")
    favours = ask(bool, "同意开发")
    opinion = ask(Text, "专家意见")


class Publication(Form):
    """Under which number it is published."""

    number = ask(
        str, "项目编号", most=CODE, hint="没有见到编号规则（待核），由公布文件确定的照填。"
    )


class Examiner(Form):
    """Who may examine it."""

    assessor = ask(OrganisationKey, "考核机构")
    is_pilot = ask(bool, "属于社会化考核试点")


class Ending(Form):
    """Which body examines it no more, and why."""

    ended = ask(OrganisationKey, "终止备案的考核机构")
    ended_for = ask(Text, "终止备案的理由", hint="随项目公开；已经核发的证书继续有效。")


class Retirement(Form):
    """Why it is examined no more."""

    why = ask(Text, "停用的理由", hint="随项目公开。")


REVIEWED = Condition(
    "专家意见已经齐备",
    ART_23,
    Reviewed.missing.is_(0),
    "experts-heard",
    "请录入其余专家的意见。",
)
