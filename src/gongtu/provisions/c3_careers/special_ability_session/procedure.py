"""How a filed body examines a special ability and issues its certificates (Art. 23)."""

from gongtu.engines.casework.declare import (
    CITY,
    End,
    LetterKind,
    Limit,
    Move,
    Procedure,
    PublicNotice,
    Stage,
)
from gongtu.parties.roles import ASSESSOR, ENTERPRISE, HRSS, PROPOSER, SCHOOL
from gongtu.provisions.c3_careers.special_ability_session import effects
from gongtu.provisions.c3_careers.special_ability_session.records import gather
from gongtu.provisions.c3_careers.special_ability_session.rules import (
    ALL_MARKED,
    ART_23,
    DAY_HAS_COME,
    FILED,
    HAS_CANDIDATES,
    POLICY,
    Marks,
    Names,
    Plan,
)
from gongtu.registers.skills.facts import Session
from gongtu.registers.standards.facts import Examining

STOPPED = LetterKind("stopped", "停止专项职业能力考核决定书", to=PROPOSER)

enrol = Move("enrol", "录入考生", to="planned", asks=Names, does=effects.enrol)
mark = Move(
    "mark",
    "录入成绩",
    to="marked",
    requires=(DAY_HAS_COME, FILED, HAS_CANDIDATES),
    asks=Marks,
    does=effects.mark,
)
correct = Move("correct", "更正成绩", to="marked", asks=Marks, does=effects.mark)
publish = Move("publish", "公示结果", to="notice", requires=(FILED, ALL_MARKED))
reopen = Move("reopen", "撤回公示更正成绩", to="marked", reasons=True)
issue = Move(
    "issue",
    "核发证书",
    to="issued",
    requires=(FILED, ALL_MARKED),
    does=effects.issue,
    after_notice=True,
    once=True,
)
cancel = Move("cancel", "取消考核", to="cancelled", hurts=True)
stop = Move("stop", "停止考核", to="stopped", by=HRSS, reasons=True, issues=STOPPED, hurts=True)

TO_MARK = Limit(legal="result_days", counts_from="planned_on")
NOTICE = PublicNotice("notice_days", says="专项职业能力考核结果公示，公示期内可以提出异议。")

PROCEDURE = Procedure(
    key="special-ability-session",
    title="专项职业能力考核",
    basis=(ART_23,),
    fulfils=("special-ability-projects", "special-ability-pilots"),
    opened_by=PROPOSER,
    open_to=(SCHOOL, ENTERPRISE, ASSESSOR),
    form=Plan,
    facts=(Examining, Session),
    gathers=gather,
    opens=effects.plan,
    seats=((HRSS, CITY),),
    stages=(
        Stage("planned", "已列入计划", PROPOSER, (enrol, mark, cancel, stop), TO_MARK),
        Stage("marked", "已录入成绩", PROPOSER, (correct, publish, cancel, stop)),
        Stage("notice", "结果公示中", PROPOSER, (issue, reopen, stop), notice=NOTICE),
        End("issued", "已核发证书"),
        End("cancelled", "已取消"),
        End("stopped", "已被停止", refused=True),
    ),
    policy=POLICY,
)
