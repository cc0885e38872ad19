"""How a union's recommendation becomes a craftsman of the city (Art. 30)."""

from gongtu.engines.casework.declare import (
    End,
    LetterKind,
    Limit,
    Material,
    Move,
    Named,
    Procedure,
    PublicNotice,
    Stage,
)
from gongtu.parties.roles import FEDERATION, UNION, WORKER
from gongtu.provisions.c4_incentives.craftsman_selection.rules import (
    ART_30,
    CONDITIONS,
    POLICY,
    Recommendation,
)

CHOSEN = LetterKind("chosen", "工匠命名决定", to=WORKER)
NOT_CHOSEN = LetterKind("not_chosen", "未入选告知书", to=UNION)

shortlist = Move("shortlist", "列入拟命名名单", to="notice", requires=CONDITIONS, reasons=True)
decline = Move("decline", "未入选", to="not_chosen", reasons=True, issues=NOT_CHOSEN, hurts=True)
name = Move("name", "命名", to="chosen", issues=CHOSEN, after_notice=True, other_than="shortlist")
reconsider = Move("reconsider", "重新评审", to="review", reasons=True)

IN_REVIEW = Limit(legal="review_days")
NOTICE = PublicNotice("notice_days", says="工匠拟命名人选公示，公示期内可以提出异议。")

PROCEDURE = Procedure(
    key="craftsman-selection",
    title="工匠选拔推荐",
    basis=(ART_30,),
    fulfils=("craftsman-selection",),
    opened_by=UNION,
    form=Recommendation,
    materials=(Material("works", "业绩证明"),),
    seats=((WORKER, Named(Recommendation.candidate)),),
    stages=(
        Stage("review", "评审中", FEDERATION, (shortlist, decline), IN_REVIEW),
        Stage("notice", "公示中", FEDERATION, (name, reconsider), notice=NOTICE),
        End("chosen", "已命名"),
        End("not_chosen", "未入选", refused=True),
    ),
    policy=POLICY,
)
