"""How an enterprise claims the apprenticeship subsidy (Art. 14)."""

from gongtu.engines.casework.declare import (
    Commitment,
    End,
    LetterKind,
    Limit,
    Material,
    Move,
    Procedure,
    Stage,
)
from gongtu.parties.roles import ENTERPRISE, HRSS
from gongtu.provisions.c2_skills.apprenticeship_subsidy.rules import (
    AMOUNT,
    ART_14,
    CONDITIONS,
    FUND,
    POLICY,
    Claim,
)

DECISION = LetterKind("decision", "学徒培训补贴决定书", to=ENTERPRISE)
REFUSAL = LetterKind("refusal", "不予补贴决定书", to=ENTERPRISE)

SUBSIDY = Commitment(AMOUNT, FUND, once_per=(Claim.began,))

grant = Move(
    "grant", "准予补贴", to="payable", requires=CONDITIONS, issues=DECISION, commits=SUBSIDY
)
refuse = Move("refuse", "不予补贴", to="refused", reasons=True, issues=REFUSAL, hurts=True)
ask_more = Move("ask_more", "要求补正", to="supplement", reasons=True, once=True)
resubmit = Move("resubmit", "补正提交", to="review", reasons=True)
pay = Move("pay", "发放补贴", to="paid", pays=True, other_than="grant")

IN_REVIEW = Limit(legal="review_days")

PROCEDURE = Procedure(
    key="apprenticeship-subsidy",
    title="企业学徒培训补贴申领",
    basis=(ART_14,),
    fulfils=("apprenticeship-subsidy", "apprenticeship-training"),
    opened_by=ENTERPRISE,
    form=Claim,
    materials=(Material("agreement", "联合培养协议"), Material("roll", "学徒名册")),
    stages=(
        Stage("review", "审核中", HRSS, (grant, refuse, ask_more), IN_REVIEW),
        Stage("supplement", "待补正", ENTERPRISE, (resubmit,), suspends="review"),
        Stage("payable", "待发放", HRSS, (pay,)),
        End("paid", "补贴已发放"),
        End("refused", "不予补贴", refused=True),
    ),
    policy=POLICY,
)
