"""How a complete transcript becomes a diploma (Art. 24)."""

from gongtu.engines.casework.declare import End, LetterKind, Limit, Move, Named, Procedure, Stage
from gongtu.parties.roles import SCHOOL, WORKER
from gongtu.provisions.c3_careers.credit_diploma import effects
from gongtu.provisions.c3_careers.credit_diploma.records import gather
from gongtu.provisions.c3_careers.credit_diploma.rules import (
    ART_24,
    COMPLETE,
    POLICY,
    Application,
    Diploma,
)
from gongtu.registers.credits.facts import Studied

CONFERRED = LetterKind("conferred", "学业证书颁发通知书", to=WORKER)
REFUSED = LetterKind("refused", "不予颁发学业证书告知书", to=WORKER)

confer = Move(
    "confer",
    "颁发学业证书",
    to="conferred",
    requires=(COMPLETE,),
    asks=Diploma,
    issues=CONFERRED,
    does=effects.confer,
)
refuse = Move("refuse", "不予颁发", to="refused", reasons=True, issues=REFUSED, hurts=True)

TO_DECIDE = Limit(legal="decide_days")

PROCEDURE = Procedure(
    key="credit-diploma",
    title="凭学分取得学业证书",
    basis=(ART_24,),
    fulfils=("credits-to-diploma",),
    opened_by=WORKER,
    form=Application,
    facts=(Studied,),
    gathers=gather,
    opens=effects.check,
    seats=((SCHOOL, Named(Application.school)),),
    stages=(
        Stage("deciding", "学校审核中", SCHOOL, (confer, refuse), TO_DECIDE),
        End("conferred", "已颁发学业证书"),
        End("refused", "不予颁发", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    policy=POLICY,
)
