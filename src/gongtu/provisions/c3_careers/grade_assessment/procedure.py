"""How an enterprise assesses its own staff and issues grade certificates (Arts. 20 to 22)."""

from gongtu.engines.casework.declare import (
    End,
    LetterKind,
    Limit,
    Move,
    Procedure,
    PublicNotice,
    Stage,
)
from gongtu.parties.roles import ENTERPRISE, HRSS
from gongtu.provisions.c3_careers.grade_assessment.effects import (
    cancel_session,
    enter_marks,
    issue_certificates,
    judge_marks,
    list_candidates,
    plan_session,
    stop_session,
)
from gongtu.provisions.c3_careers.grade_assessment.records import gather
from gongtu.provisions.c3_careers.grade_assessment.rules import (
    ALL_MARKED,
    ART_20,
    ART_21,
    ART_22,
    HAS_CANDIDATES,
    POLICY,
    WITHIN_FILING,
    Marks,
    Names,
    Plan,
)
from gongtu.registers.skills.facts import Filing, Session

STOPPED = LetterKind("stopped", "停止评价活动决定书", to=ENTERPRISE)
ENDED = (WITHIN_FILING, HAS_CANDIDATES, ALL_MARKED)

confirm = Move(
    "confirm", "确定计划", to="planned", requires=(WITHIN_FILING,), does=plan_session, once=True
)
enrol = Move("enrol", "录入考生", to="planned", asks=Names, does=list_candidates)
mark = Move(
    "mark", "录入成绩", to="marked", requires=(HAS_CANDIDATES,), asks=Marks, does=enter_marks
)
judge = Move("judge", "按合格线判定", to="marked", requires=(HAS_CANDIDATES,), does=judge_marks)
correct = Move("correct", "更正成绩", to="marked", asks=Marks, does=enter_marks)
publish = Move("publish", "公示结果", to="notice", requires=ENDED)
reopen = Move("reopen", "撤回公示更正成绩", to="marked", reasons=True)
issue = Move(
    "issue",
    "核发证书",
    to="issued",
    requires=ENDED,
    does=issue_certificates,
    after_notice=True,
    once=True,
)
give_up = Move("give_up", "放弃计划", to="cancelled", hurts=True)
cancel = Move("cancel", "取消评价", to="cancelled", does=cancel_session, hurts=True)
stop = Move(
    "stop",
    "停止评价",
    to="stopped",
    by=HRSS,
    reasons=True,
    issues=STOPPED,
    does=stop_session,
    hurts=True,
)

TO_MARK = Limit(legal="result_days")
NOTICE = PublicNotice("notice_days", says="职业技能等级自主评价结果公示，公示期内可以提出异议。")

PROCEDURE = Procedure(
    key="grade-assessment",
    title="企业职业技能等级自主评价",
    basis=(ART_20, ART_21, ART_22),
    fulfils=(
        "enterprise-own-assessment",
        "eight-grade-ladder",
        "assessment-guidance-and-supervision",
    ),
    opened_by=ENTERPRISE,
    form=Plan,
    facts=(Filing, Session),
    gathers=gather,
    stages=(
        Stage("draft", "计划待确定", ENTERPRISE, (confirm, give_up)),
        Stage("planned", "已列入计划", ENTERPRISE, (enrol, mark, judge, cancel, stop), TO_MARK),
        Stage("marked", "已录入成绩", ENTERPRISE, (correct, judge, publish, cancel, stop)),
        Stage("notice", "结果公示中", ENTERPRISE, (issue, reopen, stop), notice=NOTICE),
        End("issued", "已核发证书"),
        End("cancelled", "已取消"),
        End("stopped", "已被停止", refused=True),
    ),
    policy=POLICY,
)
