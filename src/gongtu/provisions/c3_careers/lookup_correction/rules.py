"""What a stranger tells of a certificate that was not found, and what is answered (Art. 22)."""

from gongtu.engines.casework.declare import Labelled
from gongtu.engines.entitlement.declare import (
    Condition,
    Form,
    OrganisationKey,
    PersonKey,
    Text,
    ask,
)
from gongtu.law import article
from gongtu.policy import Policy
from gongtu.registers.skills.facts import LookedUp

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
    body = ask(OrganisationKey, "核查单位")
    holder = ask(PersonKey, "登记的持证人", optional=True)


class Answer(Form):
    """What the asker reads."""

    answer = ask(Text, "给查询人的答复", hint="查询人会看到。不要写明登记的姓名、身份证号码。")


class Correction(Form):
    """The name as it should be, on which proof, and what the asker reads."""

    right_name = ask(str, "更正后的姓名")
    proof = ask(Text, "更正所依据的证明", hint="例如户口簿曾用名页；可以同时上传附件。")
    answer = ask(Text, "给查询人的答复", hint="查询人会看到。不要写明登记的姓名、身份证号码。")


ON_RECORD = Condition("查询的编号有登记的证书", ART_22, LookedUp.on_record, "on-record")
