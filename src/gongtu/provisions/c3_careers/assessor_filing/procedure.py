"""How an enterprise or a social body files as an assessor (Arts. 20, 22)."""

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
from gongtu.parties.roles import ASSESSOR, ENTERPRISE, HRSS
from gongtu.provisions.c3_careers.assessor_filing.effects import check_filing, record_filing
from gongtu.provisions.c3_careers.assessor_filing.records import gather
from gongtu.provisions.c3_careers.assessor_filing.rules import (
    ART_20,
    ART_22,
    CONDITIONS,
    POLICY,
    Entry,
    Filing,
)
from gongtu.registers.skills.facts import Body

RECEIPT = LetterKind("receipt", "技能等级评价备案回执", to=ASSESSOR)
DECLINED = LetterKind("declined", "不予备案告知书", to=ASSESSOR)

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
    title="技能等级评价机构备案",
    basis=(ART_20, ART_22),
    fulfils=("enterprise-own-assessment", "assessment-mechanism"),
    opened_by=ASSESSOR,
    open_to=(ENTERPRISE, ASSESSOR),
    form=Filing,
    facts=(Body,),
    gathers=gather,
    opens=check_filing,
    materials=(
        Material("plan", "评价工作方案"),
        Material("assessors", "考评人员名册", kinds=("pdf", "xlsx")),
    ),
    stages=(
        Stage("acceptance", "备案审查中", HRSS, (record, decline, ask_more), IN_ACCEPTANCE),
        Stage("supplement", "待补正", ASSESSOR, (resubmit,), suspends="acceptance"),
        End("recorded", "已备案"),
        End("declined", "不予备案", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    reconsideration=Reconsideration("acceptance", within="reconsideration_days"),
    policy=POLICY,
)
