"""What must hold before a school gives the diploma (Art. 24)."""

from gongtu.engines.entitlement.declare import (
    Condition,
    Form,
    OrganisationKey,
    RecordKey,
    ask,
)
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.credits.facts import Studied

ART_24 = article(24, 2)
POLICY = Policy.beside(__file__)


class Application(Form):
    """The programme, which the transcript's page has chosen already."""

    school = ask(OrganisationKey, "申请的学校", choose="school")
    programme = ask(RecordKey, "专业", choose="credit-programme")


class Diploma(Form):
    """The number under which the diploma is registered."""

    number = ask(str, "学业证书编号", hint="与学历登记的编号相同，最多24位。")


COMPLETE = Condition(
    "学分达到该专业的毕业要求",
    ART_24,
    Studied.complete,
    "complete",
    "成绩单上写明还差多少学分；可以继续学习，或者用其他证书、培训转化。",
)
