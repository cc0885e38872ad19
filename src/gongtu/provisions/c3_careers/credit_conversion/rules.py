"""What somebody asks a school to count, and what must hold before it does (Art. 24)."""

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
from gongtu.registers.credits.facts import Convertible, Studied

ART_24 = article(24, 2)
POLICY = Policy.beside(__file__)


class Application(Form):
    """Three choices, which the worker's page has made already."""

    school = ask(OrganisationKey, "申请的学校", choose="school")
    programme = ask(RecordKey, "专业", choose="credit-programme")
    source = ask(RecordKey, "证书或者培训", choose="credit-source")


class Part(Form):
    """What is counted, where it is not all that the rules bring."""

    lines = ask(
        Text, "认定的课程和学分", hint="每行写课程和学分，不超过规则所定，例如 机械基础 6。"
    )


SOUND = Condition("证书有效，或者培训已经结业", ART_24, Convertible.sound, "sound")
RULED = Condition(
    "学校公布的规则把它转化为该专业的学分",
    ART_24,
    Convertible.ruled,
    "ruled",
    "请在“学分银行”中查看哪些学校、哪些专业有对应的规则。",
)
UNUSED = Condition(
    "同一证书或者培训没有转化过学分",
    ART_24,
    ~Convertible.used,
    "unused",
    "用在何处见“已转化的学分用在何处”；在原学校放弃以后，可以改用。",
)
NOT_REPEATED = Condition(
    "成绩单上还没有其中的课程",
    ART_24,
    ~Convertible.repeated,
    "not-repeated",
    "学校可以部分认定，只计入成绩单上没有的课程。",
)
FITS = Condition(
    "不超过该专业的转化上限",
    ART_24,
    Convertible.fits,
    "fits",
    "学校可以部分认定，计入上限以内的学分。",
)
CONFERRED = Condition("已取得该专业的学业证书", ART_24, Studied.conferred, "conferred")
