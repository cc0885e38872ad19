"""How a body that assesses is checked, answers, and what follows from it (Art. 20 para. 2).

The body sees the case once it is told; what takes its filing away is decided after it was heard or
its time for that was over, by another officer than the one who proposed it.
"""

from gongtu.engines.casework.declare import (
    End,
    LetterKind,
    Limit,
    Material,
    Move,
    Named,
    Procedure,
    Stage,
)
from gongtu.parties.roles import ASSESSOR, HRSS
from gongtu.provisions.c3_careers.assessment_check import effects
from gongtu.provisions.c3_careers.assessment_check import rules as of
from gongtu.provisions.c3_careers.assessment_check.records import gather
from gongtu.registers.quality.facts import Check

CLEAN = LetterKind("clean", "评价质量检查结果告知书", to=ASSESSOR)
TOLD = LetterKind("told", "评价质量检查问题告知书", to=ASSESSOR)
ADVICE = LetterKind("advice", "评价质量改进建议书", to=ASSESSOR)
ORDER = LetterKind("order", "评价质量限期改正通知书", to=ASSESSOR)
PROPOSED = LetterKind("proposed", "拟暂停、撤销备案告知书", to=ASSESSOR)
SUSPENDED = LetterKind("suspended", "暂停备案决定书", to=ASSESSOR)
WITHDRAWN = LetterKind("withdrawn", "撤销备案决定书", to=ASSESSOR)
LIFTED = LetterKind("lifted", "解除暂停备案通知书", to=ASSESSOR)

drop = Move("drop", "不再检查", to="dropped", reasons=True, does=effects.drop)
begin = Move("begin", "到场检查并签名", to="checking", asks=of.Visit, does=effects.begin)
join = Move(
    "join", "第二名检查人员签名", to="checking", does=effects.join, once=True, other_than="begin"
)
note = Move("note", "记录查明的问题", to="checking", asks=of.Found, does=effects.note)
clear = Move(
    "clear",
    "未发现问题",
    to="clean",
    requires=(of.TWO_OFFICERS, of.NOTHING_FOUND),
    issues=CLEAN,
    does=effects.clear,
)
tell = Move(
    "tell",
    "告知查明的问题",
    to="answering",
    requires=(of.TWO_OFFICERS, of.SOMETHING_FOUND),
    asks=of.Telling,
    issues=TOLD,
    does=effects.tell,
)
answer = Move("answer", "逐项答复", to="answering", asks=of.Answer, does=effects.answer)
hand_in = Move("hand_in", "提交答复", to="weighing", requires=(of.ALL_ANSWERED,))
go_on = Move("go_on", "期满未答复，继续办理", to="weighing", by=HRSS, requires=(of.ANSWER_OVER,))
settle = Move("settle", "核实异议", to="weighing", asks=of.Settling, does=effects.settle)
close = Move("close", "不采取措施", to="closed", requires=(of.WEIGHED,), reasons=True)
advise = Move(
    "advise",
    "提出改进建议",
    to="advised",
    requires=(of.WEIGHED, of.SOMETHING_STANDS),
    asks=of.Advice,
    issues=ADVICE,
    does=effects.advise,
)
order = Move(
    "order",
    "要求限期改正",
    to="correcting",
    requires=(of.WEIGHED, of.SOMETHING_STANDS),
    asks=of.Correction,
    issues=ORDER,
    does=effects.order,
    once=True,
)
propose = Move(
    "propose",
    "提出暂停或者撤销备案",
    to="hearing",
    requires=(of.WEIGHED, of.SOMETHING_STANDS),
    asks=of.Proposal,
    issues=PROPOSED,
    does=effects.propose,
    hurts=True,
)
report = Move("report", "报告改正情况", to="verifying", asks=of.Report, does=effects.report)
expire = Move(
    "expire", "期满未报告，转核实", to="verifying", by=HRSS, requires=(of.CORRECTION_OVER,)
)
confirm = Move("confirm", "确认已改正", to="corrected", asks=of.Confirmation, does=effects.confirm)
not_met = Move("not_met", "没有改正", to="weighing", reasons=True)
state = Move("state", "陈述、申辩", to="deciding", asks=of.Statement, does=effects.state)
close_hearing = Move(
    "close_hearing", "期满未陈述，转决定", to="deciding", by=HRSS, requires=(of.HEARING_OVER,)
)
suspend = Move(
    "suspend",
    "决定暂停备案",
    to="suspended",
    asks=of.Decision,
    issues=SUSPENDED,
    does=effects.suspend,
    other_than="propose",
    hurts=True,
)
withdraw = Move(
    "withdraw",
    "决定撤销备案",
    to="withdrawn",
    requires=(of.HEARD_ON_WITHDRAWAL,),
    asks=of.Decision,
    issues=WITHDRAWN,
    does=effects.withdraw,
    other_than="propose",
    hurts=True,
)
spare = Move("spare", "不予暂停、撤销", to="closed", reasons=True, other_than="propose")
lift = Move(
    "lift", "解除暂停", to="lifted", by=HRSS, asks=of.Lifting, issues=LIFTED, does=effects.lift
)

TO_ANSWER = Limit(legal="answer_days")
TO_WEIGH = Limit(legal="decision_days")
TO_STATE = Limit(legal="hearing_days")

PROCEDURE = Procedure(
    key="assessment-check",
    title="评价质量检查",
    basis=(of.ART_20_2,),
    fulfils=("assessment-guidance-and-supervision",),
    opened_by=HRSS,
    form=of.Order,
    facts=(Check,),
    gathers=gather,
    opens=effects.open_check,
    materials=(Material("lead", "检查依据的材料（告知以后评价机构可以看到）", required=False),),
    seats=((ASSESSOR, Named(of.Order.body, with_moves=("tell", "clear"))),),
    stages=(
        Stage("prepared", "待检查", HRSS, (begin, drop)),
        Stage("checking", "检查中", HRSS, (join, note, tell, clear)),
        Stage("answering", "待评价机构答复", ASSESSOR, (answer, hand_in, go_on), TO_ANSWER),
        Stage("weighing", "待处理", HRSS, (settle, advise, order, propose, close), TO_WEIGH),
        Stage("correcting", "改正中", ASSESSOR, (report, expire)),
        Stage("verifying", "待核实改正", HRSS, (confirm, not_met), TO_WEIGH),
        Stage("hearing", "听取陈述、申辩", ASSESSOR, (state, close_hearing), TO_STATE),
        Stage("deciding", "待另一人决定", HRSS, (suspend, withdraw, spare), TO_WEIGH),
        Stage("suspended", "备案暂停中", HRSS, (lift,), rests=True),
        End("clean", "未发现问题"),
        End("dropped", "没有检查"),
        End("closed", "没有采取措施"),
        End("advised", "已提出建议"),
        End("corrected", "已改正"),
        End("lifted", "已解除暂停"),
        End("withdrawn", "已撤销备案"),
    ),
    policy=of.POLICY,
)
