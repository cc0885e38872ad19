"""Which session is in question, what was said to it, and what is decided (Art. 22)."""

from gongtu.engines.entitlement.declare import Condition, Form, OrganisationKey, Text, ask
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.skills.choices import RevocationReason
from gongtu.registers.skills.facts import Issued

ART_22 = article(22)
POLICY = Policy.beside(__file__)


class Charge(Form):
    """What the department found about a session."""

    session = ask(str, "评价活动的受理编号")
    body = ask(OrganisationKey, "组织评价的单位", choose="enterprise assessor")
    reason = ask(RevocationReason, "撤销原因类别")
    told = ask(Text, "查明的情况和拟作的决定", hint="评价单位会看到，并在决定前陈述、申辩。")


class Statement(Form):
    """What the body that held the session says to it."""

    statement = ask(Text, "陈述、申辩")


class Holders(Form):
    """What the holders said."""

    heard = ask(Text, "持证人的陈述、申辩", hint="没有意见的，写明何时以何种方式告知。")


LEFT = Condition("该场评价有可以撤销的证书", ART_22, Issued.certificates >= 1, "certificates-left")
