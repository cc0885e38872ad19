"""What officers tell of a check, what the body answers, and what must hold (Art. 20)."""

from datetime import date

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
from gongtu.registers.quality.choices import (
    CheckKind,
    Chosen,
    Ground,
    Hardest,
    Severity,
    Stance,
)
from gongtu.registers.quality.facts import Check

ART_20_2 = article(20, 2)
POLICY = Policy.beside(__file__)


class Order(Form):
    """Which body is checked, and how it came to that."""

    body = ask(OrganisationKey, "检查的评价机构", choose="enterprise assessor")
    kind = ask(CheckKind, "检查方式")
    chosen = ask(
        Chosen,
        "列入的方式",
        hint="随机抽取、风险理由应当已经列入本年度计划；计划以外的为核查线索。",
    )


class Visit(Form):
    """When was looked, and at how much of the body's own."""

    checked_on = ask(date, "检查日期")
    sessions = ask(int, "抽查的评价场次", unit="场")
    certificates = ask(int, "抽查的证书", unit="本")


class Found(Form):
    """One thing found."""

    ground = ask(Ground, "问题类别")
    severity = ask(Severity, "轻重")
    told = ask(Text, "查明的情况", hint="写明场次或者证书编号、时间和依据；不写投诉人。")
    evidence = ask(str, "证据材料的附件名称", hint="先在本页上传附件，再照附件名称填写。")


class Telling(Form):
    """Until when the body answers."""

    answer_by = ask(date, "答复的最后一日", hint="统一的期限待核；决定以后不能早于规定的期限。")


class Answer(Form):
    """What the body says to one finding."""

    finding = ask(int, "问题的序号", unit="项")
    stance = ask(Stance, "是否认可")
    statement = ask(Text, "说明、证明", optional=True, hint="证明材料可以作为附件上传。")


class Settling(Form):
    """What looking at a contested finding again came to."""

    settled = ask(int, "有异议的问题序号", unit="项")
    upheld = ask(bool, "核实后仍然成立")
    settled_for = ask(Text, "核实的理由")


class Advice(Form):
    """What would be better."""

    advice = ask(Text, "改进建议")


class Correction(Form):
    """What is to be put right, and by when."""

    demand = ask(Text, "改正要求")
    due_on = ask(date, "改正的最后一日")


class Report(Form):
    """What was put right; the proof is attached to the case."""

    report = ask(Text, "改正情况", hint="证明材料请作为附件上传。")


class Confirmation(Form):
    """What was seen of it."""

    seen = ask(Text, "核实的情况")


class Proposal(Form):
    """Which of the two hardest measures is proposed, and until when the body can be heard."""

    step = ask(Hardest, "拟采取的措施")
    occupation = ask(
        RecordKey, "涉及的职业", optional=True, choose="occupation", hint="不选的，为全部备案。"
    )
    grounds = ask(Text, "事实、理由和依据")
    hear_by = ask(date, "陈述、申辩的最后一日", hint="统一的期限待核；决定以后不能早于规定的期限。")


class Statement(Form):
    """What the body says before it is decided."""

    statement = ask(Text, "陈述、申辩")


class Decision(Form):
    """On what a decision against the body rests; it stands in the letter and on record."""

    decided_for = ask(Text, "查明的事实和决定的理由", hint="写明对陈述、申辩采纳与否和理由。")


class Lifting(Form):
    """Why a suspension is over."""

    lifted_for = ask(Text, "解除的理由")


TWO_OFFICERS = Condition(
    "由两名检查人员签名",
    ART_20_2,
    Check.officers > 1,
    "two-officers",
    "请另一名没有利害关系的工作人员在本件中签名。",
)
SOMETHING_FOUND = Condition(
    "已记录查明的问题",
    ART_20_2,
    Check.findings >= 1,
    "something-found",
    "没有查明问题的，请办理“未发现问题”。",
)
NOTHING_FOUND = Condition(
    "没有记录问题",
    ART_20_2,
    Check.findings.is_(0),
    "nothing-found",
    "已记录问题的，请告知评价机构并听取答复。",
)
ALL_ANSWERED = Condition(
    "每项问题都已答复",
    ART_20_2,
    Check.unanswered.is_(0),
    "all-answered",
    "逐项选择认可或者有异议以后再提交。",
)
ANSWER_OVER = Condition(
    "答复期限已经届满",
    ART_20_2,
    Check.answer_over,
    "answer-over",
    "期限届满以前，等待评价机构答复。",
)
WEIGHED = Condition(
    "有异议的问题均已核实",
    ART_20_2,
    Check.contested.is_(0),
    "weighed",
    "请先逐项核实评价机构的异议，写明是否成立和理由。",
)
SOMETHING_STANDS = Condition(
    "有成立的问题",
    ART_20_2,
    Check.standing >= 1,
    "something-stands",
    "没有成立的问题，不能采取措施；请办理“不采取措施”。",
)
CORRECTION_OVER = Condition(
    "改正期限已经届满",
    ART_20_2,
    Check.correction_over,
    "correction-over",
    "期限届满以前，等待评价机构报告改正情况。",
)
HEARING_OVER = Condition(
    "陈述、申辩期限已经届满",
    ART_20_2,
    Check.hearing_over,
    "hearing-over",
    "没有听取陈述、申辩，期限也没有届满的，不能作出决定。",
)
HEARD_ON_WITHDRAWAL = Condition(
    "就撤销备案听取了陈述、申辩",
    ART_20_2,
    Check.on_withdrawal,
    "heard-on-withdrawal",
    "只就暂停备案听取了意见的，只能决定暂停或者不采取。",
)
