"""What a stranger tells of a certificate that was not found, and what is answered (Art. 22)."""

from gongtu.engines.casework.declare import Labelled
from gongtu.engines.entitlement.declare import Form, OrganisationKey, PersonKey, Text, ask
from gongtu.law import article
from gongtu.policy import Policy

ART_22 = article(22)
POLICY = Policy.beside(__file__)


class Cause(Labelled):
    """Why the certificate was not found, as the asker sees it."""

    MISMATCH = "mismatch", "姓名或者号码与登记的不一致"
    NOT_UPLOADED = "not-uploaded", "已经颁发，尚未上传"
    NOT_ISSUED = "not-issued", "不清楚是否已经颁发"
    ELSEWHERE = "elsewhere", "可能登记在别的系统"


class Question(Form):
    """What was looked up; whom to ask and whom it concerns is found out, not asked."""

    number = ask(str, "查询的证书编号或者身份证号码")
    name = ask(str, "查询的姓名")
    cause = ask(Cause, "查不到的原因")
    told = ask(Text, "情况说明", optional=True)
    contact = ask(str, "联系方式", optional=True)
    body = ask(OrganisationKey, "核查单位")
    holder = ask(PersonKey, "登记的持证人", optional=True)


class Answer(Form):
    """What the asker reads."""

    answer = ask(Text, "给查询人的答复", hint="查询人会看到。不要写明登记的姓名、身份证号码。")
