"""Two small procedures that use every word a procedure can be declared in."""

from enum import StrEnum
from pathlib import Path
from typing import Self

from gongtu.base.money import Yuan
from gongtu.engines.casework.declare import (
    Commitment,
    Effect,
    End,
    HandOver,
    InFavour,
    LetterKind,
    Limit,
    Material,
    Move,
    Named,
    Procedure,
    PublicNotice,
    Reconsideration,
    Stage,
)
from gongtu.engines.entitlement.declare import (
    Condition,
    Form,
    OrganisationKey,
    Text,
    ask,
    parameter,
)
from gongtu.law import article
from gongtu.parties.roles import ENTERPRISE, HRSS, UNION, WORKER
from gongtu.policy import Policy

FOLDER = Path(__file__).parent
POLICY = Policy.load(FOLDER / "parameters.yaml", key="tests/casework")
ART = article(16)


class Tool(StrEnum):
    """What is bought."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        tool = str.__new__(cls, value)
        tool._value_, tool.label = value, label
        return tool

    SMALL = "small", "小件"
    LARGE = "large", "大件"


class Claim(Form):
    """What the worker tells."""

    months = ask(int, "参保月数", unit="月")
    tool = ask(Tool, "工具")
    note = ask(Text, "说明", optional=True)


effects: list[Effect] = []
"""What moves carried into the registers, for tests to look at."""

DECISION = LetterKind("decision", "准予补贴决定书", to=WORKER)
REFUSAL = LetterKind("refusal", "不予补贴决定书", to=WORKER)
insured = Condition(
    "参保达到规定月数", ART, Claim.months >= parameter("minimum_months"), "insured", "继续参保。"
)
honest = Condition("参保月数真实", ART, Claim.months >= 0, "honest")
PAYS = Commitment(parameter("amount", Yuan, row=Claim.tool), "tools-fund", (Claim.tool,))
URGENT = Commitment(parameter("rate", Yuan), "tools-fund", (Claim.tool,))

grant = Move("grant", "准予", to="notice", requires=(insured, honest), commits=PAYS,
             does=effects.append)  # fmt: skip
rush = Move("rush", "加急准予", to="payable", commits=URGENT)
refuse = Move("refuse", "不予", to="refused", reasons=True, issues=REFUSAL, hurts=True)
ask_more = Move("ask_more", "要求补正", to="supplement", reasons=True, once=True)
resubmit = Move("resubmit", "补正提交", to="review")
confirm = Move("confirm", "公示无异议", to="payable", after_notice=True, issues=DECISION)
pay = Move("pay", "发放", to="paid", pays=True, other_than="grant")

IN_REVIEW = Limit(
    legal="review_days", promised="promised_days", extension="extension_days", extended_by=HRSS
)

TOOLS = Procedure(
    key="tool-subsidy",
    title="工具补贴",
    basis=(ART,),
    fulfils=("tool-subsidy",),
    opened_by=WORKER,
    form=Claim,
    stages=(
        Stage("review", "审核中", HRSS, (grant, rush, refuse, ask_more), IN_REVIEW),
        Stage("supplement", "待补正", WORKER, (resubmit,), suspends="review"),
        Stage("notice", "公示中", HRSS, (confirm, refuse),
              notice=PublicNotice("notice_days", "拟补贴名单公示")),
        Stage("payable", "待发放", HRSS, (pay,)),
        End("paid", "已发放"),
        End("refused", "不予补贴", refused=True),
        End("withdrawn", "已撤回"),
    ),
    materials=(Material("receipt", "购买凭证", required=False),),
    withdrawn="withdrawn",
    reconsideration=Reconsideration("review", within="reconsideration_days"),
    titled=lambda answers: f"{answers['tool'].label}工具补贴",
    policy=POLICY,
)  # fmt: skip


class Matter(Form):
    """What the union has found."""

    enterprise = ask(OrganisationKey, "用人单位", choose="enterprise")


class Notified(Form):
    """What the reminder says."""

    finding = ask(Text, "问题")


REMINDER = LetterKind("reminder", "提示函", to=ENTERPRISE)
remind = Move("remind", "发出提示函", to="reminded", asks=Notified, issues=REMINDER)
answer = Move("answer", "答复", to="answered", by=ENTERPRISE, reasons=True)
settle = Move("settle", "确认整改", to="settled")
excuse = Move("excuse", "视为同意", to="settled", by=ENTERPRISE)

UNION_LETTER = Procedure(
    key="union-letter",
    title="提示函",
    basis=(article(40, 2),),
    fulfils=("union-letter",),
    opened_by=UNION,
    form=Matter,
    stages=(
        Stage("found", "发现问题", UNION, (remind,), Limit(legal="open_days")),
        Stage("reminded", "已发提示函", ENTERPRISE, (answer,),
              Limit(legal="answer_days", late=HandOver("silent"))),
        Stage("silent", "逾期未答复", UNION, (settle,)),
        Stage("answered", "已答复", UNION, (settle, excuse),
              Limit(legal="answer_days", late=InFavour("excuse"))),
        End("settled", "已整改"),
    ),
    seats=((ENTERPRISE, Named(Matter.enterprise)),),
    policy=POLICY,
)  # fmt: skip
