"""How an enterprise files for its own assessment (Arts. 20, 22)."""

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
from gongtu.parties.roles import ENTERPRISE, HRSS
from gongtu.provisions.c3_careers.assessor_filing.effects import record_filing
from gongtu.provisions.c3_careers.assessor_filing.rules import (
    ART_20,
    ART_22,
    CONDITIONS,
    POLICY,
    Entry,
    Filing,
)

RECEIPT = LetterKind("receipt", "自主评价备案回执", to=ENTERPRISE)
DECLINED = LetterKind("declined", "不予备案告知书", to=ENTERPRISE)

record = Move(
    "record",
    "准予备案",
    to="recorded",
    requires=CONDITIONS,
    asks=Entry,
    issues=RECEIPT,
    does=record_filing,
)
decline = Move("decline", "不予备案", to="declined", reasons=True, issues=DECLINED, hurts=True)
ask_more = Move("ask_more", "要求补正", to="supplement", reasons=True, once=True)
resubmit = Move("resubmit", "补正提交", to="acceptance", reasons=True)

IN_ACCEPTANCE = Limit(legal="acceptance_days")

PROCEDURE = Procedure(
    key="assessor-filing",
    title="企业技能人才自主评价备案",
    basis=(ART_20, ART_22),
    fulfils=("enterprise-own-assessment", "assessment-mechanism"),
    opened_by=ENTERPRISE,
    form=Filing,
    materials=(
        Material("plan", "自主评价工作方案"),
        Material("assessors", "考评人员名册", kinds=("pdf", "xlsx")),
    ),
    stages=(
        Stage("acceptance", "备案审查中", HRSS, (record, decline, ask_more), IN_ACCEPTANCE),
        Stage("supplement", "待补正", ENTERPRISE, (resubmit,), suspends="acceptance"),
        End("recorded", "已备案"),
        End("declined", "不予备案", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    reconsideration=Reconsideration("acceptance", within="reconsideration_days"),
    policy=POLICY,
)
