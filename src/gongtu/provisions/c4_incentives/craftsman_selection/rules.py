"""What a union tells when it recommends a craftsman, and what must hold (Art. 30)."""

from gongtu.engines.entitlement.declare import Condition, Form, PersonKey, Text, ask
from gongtu.law import article
from gongtu.policy import Policy

ART_30 = article(30)
POLICY = Policy.beside(__file__)


class Recommendation(Form):
    """Whom the union recommends, and why."""

    candidate = ask(PersonKey, "人选", choose="employee")
    deeds = ask(Text, "主要事迹")
    front_line = ask(bool, "在生产、服务一线岗位工作")
    agreed = ask(bool, "本人同意推荐并同意公示")
    told_staff = ask(bool, "已在本单位听取职工意见")


CONDITIONS = (
    Condition("在一线岗位工作", ART_30, Recommendation.front_line, "front-line"),
    Condition("本人同意推荐和公示", ART_30, Recommendation.agreed, "agreed"),
    Condition("已听取本单位职工意见", ART_30, Recommendation.told_staff, "staff-heard"),
)
