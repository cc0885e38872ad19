"""For which year a plan is made, whom it names and why, and what must hold (Art. 20)."""

from gongtu.engines.entitlement.declare import SMALL, Condition, Form, OrganisationKey, Text, ask
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.quality.facts import Planned

ART_20_2 = article(20, 2)
POLICY = Policy.beside(__file__)


class Year(Form):
    """The year."""

    year = ask(int, "计划年度", unit="年", most=SMALL)


class Named(Form):
    """A body that is checked for a reason."""

    body = ask(OrganisationKey, "列入的评价机构", choose="enterprise assessor")
    why = ask(Text, "风险理由", hint="写明事实，例如异常情况、申诉更正、上次检查未改正的问题。")


class Share(Form):
    """How many of the others are drawn."""

    percent = ask(
        int,
        "随机抽取的比例",
        unit="%",
        optional=True,
        hint="统一的比例待核；决定以前由本部门写明，决定以后不能低于规定的比例。",
    )


SOMEBODY_PLANNED = Condition(
    "计划列有评价机构",
    ART_20_2,
    Planned.bodies >= 1,
    "somebody-planned",
    "请按风险理由列入，或者随机抽取。",
)
DRAWN = Condition(
    "已经随机抽取",
    ART_20_2,
    Planned.drawn,
    "drawn",
    "计划不能只列风险理由：没有列入的机构中，还要按比例随机抽取。",
)
