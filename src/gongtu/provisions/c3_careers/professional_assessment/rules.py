"""What a holder of a title tells when applying for a session, and what is checked (Art. 24)."""

from gongtu.engines.entitlement.declare import Form, OrganisationKey, Text, ask
from gongtu.law import article
from gongtu.policy import Policy

ART_24 = article(24, 3)
POLICY = Policy.beside(__file__)


class Candidacy(Form):
    """Which session, and in which field the title is."""

    session = ask(
        str,
        "评价活动的受理编号",
        hint="在“技能评价报名”或者“职业发展图”里，计划的评价旁写有编号；从那里申请的已经填好。",
    )
    body = ask(OrganisationKey, "组织评价的单位", choose="enterprise assessor")
    speciality = ask(str, "职称专业", hint="按职称证书填写，由评价机构核对与本职业是否对应。")


class Checked(Form):
    """What the assessing body looked into."""

    checked = ask(Text, "核对情况", hint="写明职称专业与本职业的对应关系、依据什么。")
