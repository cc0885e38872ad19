"""What a worker tells when asking for legal help, and what the helper answers (Art. 38)."""

from gongtu.engines.casework.declare import Labelled
from gongtu.engines.entitlement.declare import Condition, Form, Text, ask
from gongtu.law import article
from gongtu.policy import Policy

ART_38_2 = article(38, 2)
POLICY = Policy.beside(__file__)


class Matter(Labelled):
    """What the help is about."""

    PAY = "pay", "劳动报酬"
    CONTRACT = "contract", "劳动合同"
    INJURY = "injury", "工伤和职业病"
    INSURANCE = "insurance", "社会保险"
    OTHER = "other", "其他"


class Request(Form):
    """What the worker asks for."""

    matter = ask(Matter, "事项")
    told = ask(Text, "情况说明")
    at_work = ask(bool, "与劳动关系有关")


class Advice(Form):
    """What the worker is told."""

    advice = ask(Text, "咨询意见")


class Appointment(Form):
    """Who helps."""

    lawyer = ask(str, "承办律师或者法律工作者")


class Outcome(Form):
    """How it ended."""

    outcome = ask(Text, "办理结果")


ABOUT_WORK = Condition("事项与劳动关系有关", ART_38_2, Request.at_work, "about-work")
