"""How a school counts a certificate or training towards a programme (Art. 24).

What counts rests until the diploma; the learner may give it up to use it elsewhere.
"""

from gongtu.engines.casework.declare import End, LetterKind, Limit, Move, Named, Procedure, Stage
from gongtu.parties.roles import SCHOOL, WORKER
from gongtu.provisions.c3_careers.credit_conversion import effects
from gongtu.provisions.c3_careers.credit_conversion.records import gather
from gongtu.provisions.c3_careers.credit_conversion.rules import (
    ART_24,
    CONFERRED,
    FITS,
    NOT_REPEATED,
    POLICY,
    RULED,
    SOUND,
    UNUSED,
    Application,
    Part,
)
from gongtu.registers.credits.facts import Convertible, Studied

GRANTED = LetterKind("granted", "学分认定通知书", to=WORKER)
IN_PART = LetterKind("in_part", "学分部分认定通知书", to=WORKER)
REFUSED = LetterKind("refused", "不予认定学分告知书", to=WORKER)
TAKEN_BACK = LetterKind("taken_back", "撤销学分认定告知书", to=WORKER)

grant = Move(
    "grant",
    "认定全部学分",
    to="counted",
    requires=(SOUND, RULED, UNUSED, NOT_REPEATED, FITS),
    issues=GRANTED,
    does=effects.count,
)
grant_part = Move(
    "grant_part",
    "部分认定",
    to="counted",
    requires=(SOUND, RULED, UNUSED),
    asks=Part,
    reasons=True,
    issues=IN_PART,
    does=effects.count_part,
)
refuse = Move("refuse", "不予认定", to="refused", reasons=True, issues=REFUSED, hurts=True)
ask_more = Move("ask_more", "要求说明", to="explaining", reasons=True, once=True)
explain = Move("explain", "说明后提交", to="deciding", reasons=True)
give_up = Move(
    "give_up", "放弃这些学分", to="given_up", by=WORKER, does=effects.give_up, hurts=True
)
take_back = Move(
    "take_back",
    "撤销认定",
    to="taken_back",
    by=SCHOOL,
    reasons=True,
    issues=TAKEN_BACK,
    does=effects.take_back,
    hurts=True,
)
close = Move("close", "取得学业证书后办结", to="finished", by=SCHOOL, requires=(CONFERRED,))

TO_DECIDE = Limit(legal="decide_days")

PROCEDURE = Procedure(
    key="credit-conversion",
    title="证书、培训转化学分",
    basis=(ART_24,),
    fulfils=("certificate-credits",),
    opened_by=WORKER,
    form=Application,
    facts=(Convertible, Studied),
    gathers=gather,
    opens=effects.check,
    seats=((SCHOOL, Named(Application.school)),),
    stages=(
        Stage("deciding", "学校审核中", SCHOOL, (grant, grant_part, refuse, ask_more), TO_DECIDE),
        Stage("explaining", "待本人说明", WORKER, (explain,), suspends="deciding"),
        Stage("counted", "学分已计入", SCHOOL, (give_up, take_back, close), rests=True),
        End("finished", "已取得学业证书"),
        End("given_up", "本人已放弃"),
        End("taken_back", "学校已撤销", refused=True),
        End("refused", "不予认定", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    policy=POLICY,
)
