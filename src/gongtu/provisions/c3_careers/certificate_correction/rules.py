"""What a holder asks to be put right on a certificate, and with what (Art. 22)."""

from gongtu.engines.casework.declare import Labelled
from gongtu.engines.entitlement.declare import (
    Condition,
    Form,
    OrganisationKey,
    RecordKey,
    Text,
    ask,
)
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.skills.choices import Grade

ART_22 = article(22)
POLICY = Policy.beside(__file__)


class Matter(Labelled):
    """What is asked for."""

    WRONG = "wrong", "证书内容有误，申请更正"
    LOST = "lost", "证书遗失，申请补发"
    DAMAGED = "damaged", "证书损坏，申请补发"


class Request(Form):
    """Which certificate, and what is the matter with it."""

    certificate = ask(RecordKey, "证书", choose="certificate")
    body = ask(OrganisationKey, "发证单位", hint="证书上的评价机构。")
    matter = ask(Matter, "申请事项")
    told = ask(Text, "情况说明", hint="内容有误的，写明原来怎样、应当怎样。")


class Right(Form):
    """What the certificate should say; what is left open stays as it is."""

    name = ask(str, "应当是的姓名", optional=True)
    occupation = ask(RecordKey, "应当是的职业", choose="occupation", optional=True)
    grade = ask(Grade, "应当是的等级", optional=True)


WRONG = Condition(
    "申请的是更正", ART_22, Request.matter.is_(Matter.WRONG), "wrong", "申请补发的，办理“补发”。"
)
GONE = Condition(
    "申请的是补发",
    ART_22,
    Request.matter.among(Matter.LOST, Matter.DAMAGED),
    "gone",
    "申请更正的，办理“更正换发”。",
)
