"""How a worker claims the skill upgrade subsidy (Art. 16)."""

from gongtu.engines.casework.declare import (
    Commitment,
    End,
    LetterKind,
    Limit,
    Move,
    Procedure,
    Reconsideration,
    Stage,
)
from gongtu.parties.roles import FINANCE, HRSS, WORKER
from gongtu.provisions.c2_skills.skill_upgrade_subsidy.effects import (
    check_holder,
    note_on_certificate,
)
from gongtu.provisions.c2_skills.skill_upgrade_subsidy.records import gather
from gongtu.provisions.c2_skills.skill_upgrade_subsidy.rules import (
    AMOUNT,
    ART_16,
    CONDITIONS,
    FUND,
    POLICY,
    Claim,
)
from gongtu.registers.insurance.facts import Insurance
from gongtu.registers.skills.facts import Certificate, Drawn

DECISION = LetterKind("decision", "技能提升补贴决定书", to=WORKER)
REFUSAL = LetterKind("refusal", "不予补贴决定书", to=WORKER)
PAID = LetterKind("paid", "补贴发放告知书", to=WORKER)

SUBSIDY = Commitment(AMOUNT, FUND, once_per=(Certificate.occupation, Certificate.grade))

grant = Move(
    "grant",
    "准予补贴",
    to="payable",
    requires=CONDITIONS,
    issues=DECISION,
    commits=SUBSIDY,
)
refuse = Move("refuse", "不予补贴", to="refused", reasons=True, issues=REFUSAL, hurts=True)
ask_more = Move("ask_more", "要求补正", to="supplement", reasons=True, once=True)
resubmit = Move("resubmit", "补正提交", to="review", reasons=True)
pay = Move(
    "pay",
    "发放补贴",
    to="paid",
    issues=PAID,
    pays=True,
    does=note_on_certificate,
    other_than="grant",
)

IN_REVIEW = Limit(legal="review_days", promised="promised_review_days")
IN_PAYMENT = Limit(legal="payment_days")

PROCEDURE = Procedure(
    key="skill-upgrade-subsidy",
    title="技能提升补贴申领",
    basis=(ART_16,),
    fulfils=("skill-upgrade-subsidy",),
    opened_by=WORKER,
    form=Claim,
    facts=(Certificate, Drawn, Insurance),
    gathers=gather,
    opens=check_holder,
    stages=(
        Stage("review", "审核中", HRSS, (grant, refuse, ask_more), IN_REVIEW),
        Stage("supplement", "待补正", WORKER, (resubmit,), suspends="review"),
        Stage("payable", "待发放", HRSS, (pay,), IN_PAYMENT),
        End("paid", "补贴已发放"),
        End("refused", "不予补贴", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    reconsideration=Reconsideration("review", within="reconsideration_days"),
    sees=(FINANCE,),
    policy=POLICY,
)
