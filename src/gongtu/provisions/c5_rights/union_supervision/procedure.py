"""How a union's finding becomes letters that nobody can ignore unseen (Art. 40 para. 2).

Every letter is a may: none is the condition of the next.  No clock decides anything here; it
shows who is silent, and a person finds that an enterprise refuses to correct.
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
from gongtu.parties.roles import DEPARTMENT, ENTERPRISE, FEDERATION, UNION
from gongtu.provisions.c5_rights.union_supervision.effects import check_enterprise, check_level
from gongtu.provisions.c5_rights.union_supervision.rules import (
    ART_40_2,
    POLICY,
    VERIFIED,
    Answer,
    Correction,
    Feedback,
    Finding,
    Opinion,
    Proposal,
    Reminder,
)

REMINDER = LetterKind("reminder", "劳动法律监督提示函", to=ENTERPRISE)
OPINION = LetterKind("opinion", "劳动法律监督意见书", to=ENTERPRISE)
ANSWER = LetterKind("answer", "关于劳动法律监督的答复", to=UNION)
PROPOSAL = LetterKind("proposal", "劳动法律监督建议书", to=DEPARTMENT)
FILED = LetterKind("filed", "立案告知书", to=FEDERATION)
NOT_FILED = LetterKind("not_filed", "不予立案告知书", to=FEDERATION)
FEEDBACK = LetterKind("feedback", "处理结果反馈函", to=FEDERATION)

remind = Move("remind", "发出提示函", to="reminded", asks=Reminder, issues=REMINDER, by=UNION)
advise = Move(
    "advise",
    "发出意见书",
    to="advised",
    by=UNION,
    requires=(VERIFIED,),
    asks=Opinion,
    issues=OPINION,
)
drop = Move("drop", "不再处理", to="dropped", reasons=True, hurts=True)
answer = Move("answer", "书面答复", to="checking", asks=Answer, issues=ANSWER)
correct = Move("correct", "报告整改", to="checking", asks=Correction)
confirm = Move("confirm", "确认已整改", to="rectified", by=UNION, reasons=True)
accept = Move("accept", "采纳说明", to="explained", reasons=True)
find_refusal = Move(
    "find_refusal", "认定拒不整改", to="unheeded", by=UNION, reasons=True, hurts=True
)
propose = Move(
    "propose", "发出建议书", to="proposed", asks=Proposal, issues=PROPOSAL, does=check_level
)
return_it = Move("return_it", "退回工会继续督促", to="checking", reasons=True)
file_case = Move("file_case", "立案", to="handling", issues=FILED)
decline = Move("decline", "不予立案", to="declined", reasons=True, issues=NOT_FILED, hurts=True)
report_back = Move("report_back", "反馈处理结果", to="fed_back", asks=Feedback, issues=FEEDBACK)

TO_REMINDER = Limit(legal="reminder_answer_days")
TO_OPINION = Limit(legal="opinion_answer_days")
TO_PROPOSAL = Limit(legal="proposal_filing_days")
TO_HANDLE = Limit(legal="feedback_days")

REMINDED = (answer, correct, advise, confirm, find_refusal)
ADVISED = (answer, correct, confirm, find_refusal)

PROCEDURE = Procedure(
    key="union-supervision",
    title="工会劳动法律监督",
    basis=(ART_40_2,),
    fulfils=("union-supervision-letters", "federation-proposal-letters"),
    opened_by=UNION,
    form=Finding,
    opens=check_enterprise,
    materials=(Material("evidence", "调查材料", required=False),),
    seats=((ENTERPRISE, Named(Finding.enterprise)), (DEPARTMENT, Named(Proposal.department))),
    stages=(
        Stage("found", "已发现问题", UNION, (remind, advise, drop)),
        Stage("reminded", "已发提示函", ENTERPRISE, REMINDED, TO_REMINDER),
        Stage("advised", "已发意见书", ENTERPRISE, ADVISED, TO_OPINION),
        Stage("checking", "待工会核实", UNION, (confirm, accept, advise, find_refusal)),
        Stage("unheeded", "已认定拒不整改", FEDERATION, (propose, return_it, confirm)),
        Stage("proposed", "已发建议书", DEPARTMENT, (file_case, decline), TO_PROPOSAL),
        Stage("handling", "部门处理中", DEPARTMENT, (report_back,), TO_HANDLE),
        End("rectified", "已整改"),
        End("explained", "说明已采纳"),
        End("dropped", "不再处理"),
        End("declined", "部门不予立案", refused=True),
        End("fed_back", "部门已反馈"),
    ),
    policy=POLICY,
)
