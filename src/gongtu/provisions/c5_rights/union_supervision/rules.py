"""What a union, an enterprise, a federation and a department tell one another (Art. 40 para. 2)."""

from datetime import date

from gongtu.engines.casework.declare import Labelled
from gongtu.engines.entitlement.declare import Condition, Form, OrganisationKey, Text, ask
from gongtu.law import article
from gongtu.policy import Policy

ART_40_2 = article(40, 2)
POLICY = Policy.beside(__file__)


class Breach(Labelled):
    """The five kinds that an employer must study and answer by the Trade Union Law, art. 23."""

    WAGES = "wages", "克扣、拖欠职工工资"
    SAFETY = "safety", "不提供劳动安全卫生条件"
    HOURS = "hours", "随意延长劳动时间"
    PROTECTED = "protected", "侵犯女职工和未成年工特殊权益"
    OTHER = "other", "其他严重侵犯职工劳动权益"


class Finding(Form):
    """What the union found."""

    enterprise = ask(OrganisationKey, "用人单位", choose="enterprise")
    breach = ask(Breach, "问题类别")
    found_on = ask(date, "发现日期")
    found = ask(Text, "查明的事实", hint="写明时间、地点、涉及人数；不写投诉人的姓名。")


class Reminder(Form):
    """What the reminder asks for."""

    request = ask(Text, "提示事项")


class Opinion(Form):
    """What the opinion letter demands, and on what investigation it stands."""

    verified = ask(bool, "已由两名以上监督员出示证件调查核实")
    provisions = ask(Text, "违反的规定")
    demand = ask(Text, "整改要求")


class Answer(Form):
    """What the enterprise answers."""

    answer = ask(Text, "答复内容")


class Correction(Form):
    """What the enterprise put right; the proof is attached to the case."""

    corrected = ask(Text, "整改情况", hint="整改的证明材料请作为附件上传。")
    corrected_on = ask(date, "整改完成日期")


class Proposal(Form):
    """To which department of its level the federation writes, and what it proposes."""

    department = ask(OrganisationKey, "致送部门", hint="同级人力资源社会保障部门或者其他部门。")
    proposal = ask(Text, "处理建议")


class Feedback(Form):
    """What the department found and did."""

    outcome = ask(Text, "处理结果")


VERIFIED = Condition(
    "已由监督员调查核实",
    ART_40_2,
    Opinion.verified,
    "verified",
    "请先由两名以上工会劳动法律监督员调查。",
)
