"""How a candidate has their own result looked at again (Arts. 20, 22)."""

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
from gongtu.parties.roles import ASSESSOR, HRSS, WORKER
from gongtu.provisions.c3_careers.result_appeal import effects
from gongtu.provisions.c3_careers.result_appeal.rules import (
    ART_20,
    ART_22,
    POLICY,
    Appeal,
    Found,
)

CORRECTED = LetterKind("corrected", "成绩申诉更正通知书", to=WORKER)
KEPT = LetterKind("kept", "成绩申诉不予更正告知书", to=WORKER)

correct = Move(
    "correct",
    "更正成绩",
    to="corrected",
    reasons=True,
    asks=Found,
    issues=CORRECTED,
    does=effects.correct,
)
keep = Move("keep", "维持成绩", to="kept", reasons=True, issues=KEPT, does=effects.keep, hurts=True)

TO_DECIDE = Limit(legal="decision_days")

PROCEDURE = Procedure(
    key="result-appeal",
    title="评价成绩申诉",
    basis=(ART_20, ART_22),
    fulfils=("assessment-guidance-and-supervision",),
    opened_by=WORKER,
    form=Appeal,
    seats=((ASSESSOR, Named(Appeal.body)),),
    materials=(Material("proof", "证明材料", required=False),),
    opens=effects.check_appeal,
    stages=(
        Stage("deciding", "评价机构核对中", ASSESSOR, (correct, keep), TO_DECIDE),
        End("corrected", "已更正成绩"),
        End("kept", "维持成绩", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    sees=(HRSS,),
    policy=POLICY,
)
