"""What is complained of, and what looking into it came to (Art. 20)."""

from gongtu.engines.entitlement.declare import Form, OrganisationKey, Text, ask
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.quality.choices import Founded, Ground

ART_20_2 = article(20, 2)
POLICY = Policy.beside(__file__)


class Complaint(Form):
    """About which body, and what happened; the body never sees it."""

    body = ask(OrganisationKey, "反映的评价机构", choose="enterprise assessor")
    ground = ask(Ground, "反映的问题")
    told = ask(
        Text, "发生了什么", hint="写明时间、场次和怎样知道。评价机构看不到这些内容和您是谁。"
    )


class Outcome(Form):
    """What was found, and what the complainant reads."""

    founded = ask(Founded, "核查结果")
    answer = ask(Text, "给投诉人的答复")


class Referral(Form):
    """Whom it belongs to."""

    answer = ask(Text, "应当向哪里反映、为什么")
