"""How two enterprises agree to recognise each other's grades, and how they part (Art. 22).

While the agreement runs nothing is due from anybody: who moves keeps the grade without asking.
"""

from gongtu.engines.casework.declare import End, LetterKind, Limit, Move, Named, Procedure, Stage
from gongtu.parties.roles import COUNTERPART, ENTERPRISE, UNION
from gongtu.provisions.c3_careers.mutual_recognition.effects import (
    check_proposal,
    conclude,
    end_by_partner,
    end_by_proposer,
)
from gongtu.provisions.c3_careers.mutual_recognition.records import gather
from gongtu.provisions.c3_careers.mutual_recognition.rules import (
    ART_22,
    ASSESSED,
    NOT_OVER,
    POLICY,
    TERM_OVER,
    Proposal,
)
from gongtu.registers.recognition.facts import Assessed

AGREED = LetterKind("agreed", "技能等级互认协议", to=ENTERPRISE)
DECLINED = LetterKind("declined", "不接受互认告知书", to=ENTERPRISE)
TO_PARTNER = LetterKind("ended_by_proposer", "互认协议终止通知书", to=COUNTERPART)
TO_PROPOSER = LetterKind("ended_by_partner", "互认协议终止通知书", to=ENTERPRISE)

accept = Move(
    "accept", "接受", to="running", requires=(NOT_OVER, ASSESSED), issues=AGREED, does=conclude
)
decline = Move("decline", "不接受", to="declined", reasons=True, issues=DECLINED, hurts=True)
end = Move(
    "end",
    "通知终止",
    to="ended",
    by=ENTERPRISE,
    reasons=True,
    issues=TO_PARTNER,
    does=end_by_proposer,
    hurts=True,
)
end_as_partner = Move(
    "end_as_partner",
    "通知终止",
    to="ended",
    by=COUNTERPART,
    reasons=True,
    issues=TO_PROPOSER,
    does=end_by_partner,
    hurts=True,
)
close = Move("close", "期满办结", to="expired", by=ENTERPRISE, requires=(TERM_OVER,))

TO_ANSWER = Limit(legal="answer_days")
WHILE_IT_RUNS = (end, end_as_partner, close)

PROCEDURE = Procedure(
    key="mutual-recognition",
    title="企业间职业技能等级互认",
    basis=(ART_22,),
    fulfils=("mutual-recognition-of-grades",),
    opened_by=ENTERPRISE,
    form=Proposal,
    facts=(Assessed,),
    gathers=gather,
    opens=check_proposal,
    seats=((COUNTERPART, Named(Proposal.partner)),),
    stages=(
        Stage("proposed", "待对方答复", COUNTERPART, (accept, decline), TO_ANSWER),
        Stage("running", "协议履行中", ENTERPRISE, WHILE_IT_RUNS, rests=True),
        End("ended", "已通知终止"),
        End("expired", "期满终止"),
        End("declined", "对方不接受", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    sees=(UNION,),
    policy=POLICY,
)
