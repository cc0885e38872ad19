"""How a complaint about an assessing body is looked into and answered (Art. 20 para. 2).

Anybody may complain, with an account or without: whoever has none reads the answer at the address
they were given. The body is no party and never sees the case: what it hears are the findings of a
check.
"""

from gongtu.engines.casework.declare import (
    End,
    LetterKind,
    Limit,
    Material,
    Move,
    Procedure,
    Stage,
)
from gongtu.parties.roles import HRSS, PUBLIC, WORKER
from gongtu.provisions.c3_careers.assessment_complaint.effects import check_body
from gongtu.provisions.c3_careers.assessment_complaint.rules import (
    ART_20_2,
    POLICY,
    Complaint,
    Outcome,
    Referral,
)

ANSWERED = LetterKind("answered", "评价质量投诉答复书", to=WORKER)
REFERRED = LetterKind("referred", "评价质量投诉不予受理告知书", to=WORKER)

accept = Move("accept", "受理", to="looking")
refer = Move(
    "refer", "不予受理", to="referred", asks=Referral, reasons=True, issues=REFERRED, hurts=True
)
answer = Move("answer", "答复投诉人", to="answered", asks=Outcome, issues=ANSWERED)

PROCEDURE = Procedure(
    key="assessment-complaint",
    title="评价质量投诉",
    basis=(ART_20_2,),
    fulfils=("assessment-guidance-and-supervision",),
    opened_by=WORKER,
    open_to=(WORKER, PUBLIC),
    form=Complaint,
    opens=check_body,
    materials=(Material("proof", "证明材料", required=False),),
    stages=(
        Stage("received", "待受理", HRSS, (accept, refer), Limit(legal="acceptance_days")),
        Stage("looking", "核查中", HRSS, (answer,), Limit(legal="answer_days")),
        End("answered", "已答复"),
        End("referred", "不予受理", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    policy=POLICY,
)
