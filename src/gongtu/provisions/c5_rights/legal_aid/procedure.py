"""How a worker gets legal advice or a lawyer through the union (Art. 38 para. 2)."""

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
from gongtu.parties.roles import FEDERATION, WORKER
from gongtu.provisions.c5_rights.legal_aid.rules import (
    ABOUT_WORK,
    ART_38_2,
    POLICY,
    Advice,
    Appointment,
    Outcome,
    Request,
)

ADVICE = LetterKind("advice", "法律咨询意见书", to=WORKER)
GRANTED = LetterKind("granted", "提供法律援助决定书", to=WORKER)
DECLINED = LetterKind("declined", "不予法律援助决定书", to=WORKER)

advise = Move("advise", "答复咨询", to="advised", asks=Advice, issues=ADVICE)
appoint = Move(
    "appoint", "指派援助", to="helping", requires=(ABOUT_WORK,), asks=Appointment, issues=GRANTED
)
decline = Move("decline", "不予援助", to="declined", reasons=True, issues=DECLINED, hurts=True)
close = Move("close", "办结", to="helped", asks=Outcome)

TO_ACCEPT = Limit(legal="acceptance_days")

PROCEDURE = Procedure(
    key="legal-aid",
    title="职工法律援助申请",
    basis=(ART_38_2,),
    fulfils=("legal-advice-and-aid",),
    opened_by=WORKER,
    form=Request,
    materials=(Material("papers", "有关材料", required=False),),
    stages=(
        Stage("acceptance", "审查中", FEDERATION, (advise, appoint, decline), TO_ACCEPT),
        Stage("helping", "援助中", FEDERATION, (close,)),
        End("advised", "已答复咨询"),
        End("helped", "援助已办结"),
        End("declined", "不予援助", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    reconsideration=Reconsideration("acceptance", within="reconsideration_days"),
    policy=POLICY,
)
