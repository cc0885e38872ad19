"""How the department takes back all certificates of a session, after a hearing (Art. 22)."""

from gongtu.engines.casework.declare import (
    End,
    HandOver,
    LetterKind,
    Limit,
    Move,
    Named,
    Procedure,
    Stage,
)
from gongtu.parties.roles import ASSESSOR, HRSS
from gongtu.provisions.c3_careers.session_withdrawal import effects
from gongtu.provisions.c3_careers.session_withdrawal.records import gather
from gongtu.provisions.c3_careers.session_withdrawal.rules import (
    ART_22,
    LEFT,
    POLICY,
    Charge,
    Holders,
    Statement,
)
from gongtu.registers.skills.facts import Issued

WITHDRAWN = LetterKind("withdrawn", "撤销评价活动决定书", to=ASSESSOR)

state = Move("state", "陈述、申辩", to="deciding", asks=Statement)
close_hearing = Move("close_hearing", "记录已告知而未陈述", to="deciding", by=HRSS, reasons=True)
withdraw = Move(
    "withdraw",
    "撤销该场评价和全部证书",
    to="withdrawn",
    requires=(LEFT,),
    reasons=True,
    asks=Holders,
    issues=WITHDRAWN,
    does=effects.withdraw,
    hurts=True,
)
keep = Move("keep", "不予撤销", to="kept", reasons=True)

TO_STATE = Limit(legal="hearing_days", late=HandOver("deciding"))
TO_DECIDE = Limit(legal="decision_days")

PROCEDURE = Procedure(
    key="session-withdrawal",
    title="撤销评价活动",
    basis=(ART_22,),
    fulfils=("assessment-guidance-and-supervision",),
    opened_by=HRSS,
    form=Charge,
    facts=(Issued,),
    gathers=gather,
    seats=((ASSESSOR, Named(Charge.body)),),
    stages=(
        Stage("hearing", "听取陈述、申辩", ASSESSOR, (state, close_hearing), TO_STATE),
        Stage("deciding", "待决定", HRSS, (withdraw, keep), TO_DECIDE),
        End("withdrawn", "已撤销", refused=True),
        End("kept", "不予撤销"),
    ),
    policy=POLICY,
)
