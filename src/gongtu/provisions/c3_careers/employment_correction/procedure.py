"""How a worker has two jobs looked into that overlap on the record (Art. 21)."""

from gongtu.engines.casework.declare import (
    End,
    LetterKind,
    Limit,
    Material,
    Move,
    Procedure,
    Reconsideration,
    Stage,
)
from gongtu.parties.roles import HRSS, WORKER
from gongtu.provisions.c3_careers.employment_correction import effects
from gongtu.provisions.c3_careers.employment_correction.rules import (
    ART_21,
    POLICY,
    Question,
    Right,
)

CORRECTED = LetterKind("corrected", "工作登记更正通知书", to=WORKER)
KEPT = LetterKind("kept", "工作登记核对告知书", to=WORKER)

correct = Move(
    "correct", "更正登记", to="corrected", asks=Right, issues=CORRECTED, does=effects.correct
)
keep = Move("keep", "登记无误", to="kept", reasons=True, issues=KEPT, hurts=True)
ask_more = Move("ask_more", "要求补充证明", to="supplement", reasons=True, once=True)
resubmit = Move("resubmit", "补充后提交", to="checking", reasons=True)

TO_CHECK = Limit(legal="check_days")

PROCEDURE = Procedure(
    key="employment-correction",
    title="工作登记核对更正",
    basis=(ART_21,),
    fulfils=("eight-grade-ladder",),
    opened_by=WORKER,
    form=Question,
    materials=(Material("proof", "证明材料", required=False),),
    opens=effects.check_own,
    stages=(
        Stage("checking", "人社部门核对中", HRSS, (correct, keep, ask_more), TO_CHECK),
        Stage("supplement", "待补充证明", WORKER, (resubmit,), suspends="checking"),
        End("corrected", "已更正"),
        End("kept", "登记无误"),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    reconsideration=Reconsideration("checking", within="reconsideration_days"),
    policy=POLICY,
)
