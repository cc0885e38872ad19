"""How a holder has a certificate corrected or issued again (Art. 22)."""

from gongtu.engines.casework.declare import (
    End,
    HandOver,
    LetterKind,
    Limit,
    Material,
    Move,
    Named,
    Procedure,
    Reconsideration,
    Stage,
)
from gongtu.parties.roles import ASSESSOR, HRSS, WORKER
from gongtu.provisions.c3_careers.certificate_correction import effects
from gongtu.provisions.c3_careers.certificate_correction.rules import (
    ART_22,
    GONE,
    POLICY,
    WRONG,
    Request,
    Right,
)

CORRECTED = LetterKind("corrected", "证书更正换发通知书", to=WORKER)
REISSUED = LetterKind("reissued", "证书补发通知书", to=WORKER)
DECLINED = LetterKind("declined", "不予更正、补发告知书", to=WORKER)

correct = Move(
    "correct",
    "更正换发",
    to="corrected",
    requires=(WRONG,),
    asks=Right,
    issues=CORRECTED,
    does=effects.correct,
)
reissue = Move(
    "reissue", "补发", to="reissued", requires=(GONE,), issues=REISSUED, does=effects.reissue
)
decline = Move("decline", "不予办理", to="declined", reasons=True, issues=DECLINED, hurts=True)
ask_more = Move("ask_more", "要求补充证明", to="supplement", reasons=True, once=True)
resubmit = Move("resubmit", "补充后提交", to="checking", reasons=True)

TO_CHECK = Limit(legal="check_days", late=HandOver("review"))
TO_REVIEW = Limit(legal="review_days")

PROCEDURE = Procedure(
    key="certificate-correction",
    title="职业技能等级证书更正、补发",
    basis=(ART_22,),
    fulfils=("certificates-public-lookup",),
    opened_by=WORKER,
    form=Request,
    seats=((ASSESSOR, Named(Request.body)),),
    materials=(Material("proof", "证明材料"),),
    stages=(
        Stage(
            "checking", "发证单位核对中", ASSESSOR, (correct, reissue, decline, ask_more), TO_CHECK
        ),
        Stage("supplement", "待补充证明", WORKER, (resubmit,), suspends="checking"),
        Stage("review", "人社部门复核中", HRSS, (correct, reissue, decline), TO_REVIEW),
        End("corrected", "已更正换发"),
        End("reissued", "已补发"),
        End("declined", "不予办理", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    reconsideration=Reconsideration("review", within="reconsideration_days"),
    policy=POLICY,
)
