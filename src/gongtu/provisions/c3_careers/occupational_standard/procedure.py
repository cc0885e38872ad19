"""How a standard is drafted by those who use it, commented by anybody, and adopted (Art. 20)."""

from gongtu.engines.casework.declare import (
    CITY,
    End,
    LetterKind,
    Limit,
    Material,
    Move,
    Procedure,
    Stage,
)
from gongtu.parties.roles import (
    ASSESSOR,
    ENTERPRISE,
    HRSS,
    INDUSTRY,
    PROPOSER,
    PROVIDER,
    SCHOOL,
)
from gongtu.provisions.c3_careers.occupational_standard import effects
from gongtu.provisions.c3_careers.occupational_standard.records import gather
from gongtu.provisions.c3_careers.occupational_standard.rules import (
    ALL_ANSWERED,
    ART_20,
    POLICY,
    ROUND_OVER,
    Adoption,
    Draft,
    Final,
    Opened,
    Revised,
)
from gongtu.registers.standards.facts import Round

ADOPTED = LetterKind("adopted", "标准发布告知书", to=PROPOSER)
DECLINED = LetterKind("declined", "不予制定告知书", to=PROPOSER)

accept = Move("accept", "公开征求意见", to="commenting", asks=Opened, does=effects.open_round)
ask_more = Move("ask_more", "要求修改", to="supplement", reasons=True, once=True)
decline = Move(
    "decline",
    "不予制定",
    to="declined",
    reasons=True,
    issues=DECLINED,
    does=effects.drop,
    hurts=True,
)
resubmit = Move("resubmit", "修改后提交", to="acceptance", asks=Revised, does=effects.revise)
give_up = Move("give_up", "不再制定", to="withdrawn", does=effects.drop, hurts=True)
send = Move(
    "send",
    "送审",
    to="review",
    requires=(ROUND_OVER, ALL_ANSWERED),
    asks=Final,
    does=effects.settle_text,
)
send_back = Move("send_back", "退回修改", to="revising", reasons=True)
send_again = Move("send_again", "修改后送审", to="review", asks=Final, does=effects.settle_text)
prepare = Move("prepare", "拟发布", to="adoption", asks=Adoption, does=effects.prepare_adoption)
adopt = Move(
    "adopt",
    "发布",
    to="adopted",
    other_than="prepare",
    issues=ADOPTED,
    does=effects.adopt,
)
reconsider = Move("reconsider", "退回审查", to="review", reasons=True)

IN_ACCEPTANCE, IN_REVIEW = Limit(legal="acceptance_days"), Limit(legal="review_days")

PROCEDURE = Procedure(
    key="occupational-standard",
    title="职业标准和评价规范制定",
    basis=(ART_20,),
    fulfils=("standards-participation",),
    opened_by=PROPOSER,
    open_to=(ENTERPRISE, INDUSTRY, SCHOOL, PROVIDER, ASSESSOR, HRSS),
    form=Draft,
    facts=(Round,),
    gathers=gather,
    opens=effects.propose,
    seats=((HRSS, CITY),),
    materials=(
        Material("text", "标准文本（征求意见时公开）", required=False, kinds=("pdf", "docx")),
    ),
    stages=(
        Stage("acceptance", "立项审查中", HRSS, (accept, decline, ask_more), IN_ACCEPTANCE),
        Stage("supplement", "待修改", PROPOSER, (resubmit, give_up), suspends="acceptance"),
        Stage("commenting", "征求意见", PROPOSER, (send, give_up)),
        Stage("review", "审查中", HRSS, (prepare, send_back, decline), IN_REVIEW),
        Stage("revising", "退回修改", PROPOSER, (send_again, give_up), suspends="review"),
        Stage("adoption", "待另一人发布", HRSS, (adopt, reconsider)),
        End("adopted", "已发布"),
        End("declined", "不予制定", refused=True),
        End("withdrawn", "不再制定"),
    ),
    titled=lambda told: f"{told['kind'].label}：{told['title']}",
    policy=POLICY,
)
