"""Which result a candidate appeals against and why, and what was found (Arts. 20, 22)."""

from gongtu.engines.entitlement.declare import Form, OrganisationKey, Text, ask
from gongtu.law import article
from gongtu.policy import Policy

ART_20, ART_22 = article(20), article(22)
POLICY = Policy.beside(__file__)


class Appeal(Form):
    """Against which result, and why."""

    session = ask(str, "评价活动的受理编号", hint="在“技能评价报名”的“我的评价”中可以查到。")
    body = ask(OrganisationKey, "组织评价的单位", choose="enterprise assessor")
    told = ask(Text, "对哪一项成绩有异议、理由")


LEFT_OUT = "核对后仍是缺考的，这一项留空。"


class Found(Form):
    """What looking again found."""

    theory = ask(int, "核对后的理论成绩", unit="个", optional=True, hint=LEFT_OUT)
    practice = ask(int, "核对后的技能成绩", unit="个", optional=True, hint=LEFT_OUT)
