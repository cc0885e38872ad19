"""How a skilled worker's application for a professional title is decided (Art. 24)."""

from gongtu.engines.casework.declare import (
    End,
    LetterKind,
    Limit,
    Material,
    Move,
    Procedure,
    PublicNotice,
    Stage,
)
from gongtu.parties.roles import HRSS, WORKER
from gongtu.provisions.c3_careers.title_application.effects import (
    check_application,
    decline_title,
    grant_title,
)
from gongtu.provisions.c3_careers.title_application.records import gather
from gongtu.provisions.c3_careers.title_application.rules import (
    ART_24,
    POLICY,
    Application,
    Checked,
    Granted,
    Reviewed,
)
from gongtu.registers.equivalence.facts import Applied

GRANTED = LetterKind("granted", "职称评审通过告知书", to=WORKER)
DECLINED = LetterKind("declined", "职称评审未通过告知书", to=WORKER)

accept = Move("accept", "受理，提交评审", to="review", asks=Checked)
ask_more = Move("ask_more", "要求补正", to="incomplete", reasons=True)
resubmit = Move("resubmit", "已补正", to="filed", reasons=True)
shortlist = Move("shortlist", "评审通过，列入公示", to="notice", asks=Reviewed)
decline = Move(
    "decline",
    "不予通过",
    to="declined",
    reasons=True,
    issues=DECLINED,
    does=decline_title,
    hurts=True,
)
review_again = Move("review_again", "重新评审", to="review", reasons=True)
grant = Move(
    "grant",
    "核发职称证书",
    to="granted",
    asks=Granted,
    issues=GRANTED,
    does=grant_title,
    after_notice=True,
    other_than="shortlist",
    once=True,
)

TO_ACCEPT, TO_REVIEW = Limit(legal="acceptance_days"), Limit(legal="review_days")
NOTICE = PublicNotice("notice_days", says="职称评审通过人员公示，公示期内可以提出异议。")

PROCEDURE = Procedure(
    key="title-application",
    title="技能人才申报职称",
    basis=(ART_24,),
    fulfils=("title-application", "equivalence-with-titles"),
    opened_by=WORKER,
    form=Application,
    facts=(Applied,),
    gathers=gather,
    materials=(Material("proof", "用人单位出具的一线岗位证明"),),
    opens=check_application,
    stages=(
        Stage("filed", "待受理", HRSS, (accept, ask_more, decline), TO_ACCEPT),
        Stage("incomplete", "待补正", WORKER, (resubmit,), suspends="filed"),
        Stage("review", "评审中", HRSS, (shortlist, decline), TO_REVIEW),
        Stage("notice", "公示中", HRSS, (grant, review_again), notice=NOTICE),
        End("granted", "已取得职称"),
        End("declined", "未通过", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    policy=POLICY,
)
