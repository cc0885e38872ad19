"""How grades are assessed: by an enterprise of its staff, by a social body of anybody.

Articles 20 to 22.  The acts are the same; who may sit differs, and the register knows it.  None of
them says who approves a plan: the platform's convention is four eyes within the assessor.
"""

from gongtu.engines.casework.declare import (
    OPENED,
    End,
    LetterKind,
    Limit,
    Move,
    Procedure,
    PublicNotice,
    Stage,
)
from gongtu.parties.roles import ASSESSOR, ENTERPRISE, HRSS
from gongtu.provisions.c3_careers.grade_assessment.effects import (
    arrange_sitting,
    cancel_session,
    draw_examiners,
    draw_sample,
    draw_seats,
    enter_marks,
    enter_reviews,
    issue_certificates,
    judge_marks,
    list_candidates,
    name_examiners,
    note_incident,
    open_seats,
    plan_session,
    stand_down,
    stop_session,
)
from gongtu.provisions.c3_careers.grade_assessment.records import gather
from gongtu.provisions.c3_careers.grade_assessment.rules import (
    ALL_MARKED,
    APPEALS_DECIDED,
    ART_20,
    ART_21,
    ART_22,
    DAY_HAS_COME,
    ENOUGH_EXAMINERS,
    HAS_CANDIDATES,
    MARKS_AGREE,
    NOT_ARRANGED,
    POLICY,
    SAMPLE_REVIEWED,
    WITHIN_FILING,
    Absent,
    Arrangement,
    Examiners,
    Incident,
    Marks,
    Names,
    Plan,
    Reviews,
    Rooms,
)
from gongtu.registers.sittings.facts import Sitting
from gongtu.registers.skills.facts import Filing, Session

STOPPED = LetterKind("stopped", "停止评价活动决定书", to=ASSESSOR)
HELD = (DAY_HAS_COME, HAS_CANDIDATES, ENOUGH_EXAMINERS)
ENDED = (WITHIN_FILING, *HELD, ALL_MARKED, MARKS_AGREE)

approve = Move(
    "approve",
    "批准计划",
    to="planned",
    requires=(WITHIN_FILING,),
    does=plan_session,
    once=True,
    other_than=OPENED,
)
arrange = Move(
    "arrange", "作考务安排", to="planned", asks=Arrangement, does=arrange_sitting, once=True
)
open_up = Move("open_up", "开放报名", to="planned", asks=Rooms, does=open_seats, once=True)
seat = Move("seat", "抽定考场座位", to="planned", does=draw_seats, once=True)
draw = Move("draw", "抽取考评人员", to="planned", does=draw_examiners)
replace = Move("replace", "考评人员回避、缺席", to="planned", asks=Absent, does=stand_down)
name = Move("name", "写明考评人员", to="planned", asks=Examiners, does=name_examiners)
name_late = Move("name_late", "补写考评人员", to="marked", asks=Examiners, does=name_examiners)
enrol = Move("enrol", "录入考生", to="planned", asks=Names, does=list_candidates)
mark = Move("mark", "录入成绩", to="marked", requires=HELD, asks=Marks, does=enter_marks)
judge = Move(
    "judge",
    "按合格线判定",
    to="marked",
    requires=(*HELD, NOT_ARRANGED),
    does=judge_marks,
)
correct = Move("correct", "更正成绩", to="marked", asks=Marks, does=enter_marks)
sample = Move("sample", "抽取复评样本", to="marked", does=draw_sample, once=True)
review = Move("review", "录入复评成绩", to="marked", asks=Reviews, does=enter_reviews)
note = Move("note", "记录异常情况", to="planned", asks=Incident, does=note_incident)
note_more = Move("note_more", "补记异常情况", to="marked", asks=Incident, does=note_incident)
publish = Move("publish", "公示结果", to="notice", requires=(*ENDED, SAMPLE_REVIEWED))
reopen = Move("reopen", "撤回公示更正成绩", to="marked", reasons=True)
issue = Move(
    "issue",
    "核发证书",
    to="issued",
    requires=(*ENDED, APPEALS_DECIDED),
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

BEFORE = (arrange, open_up, enrol, draw, replace, name, seat, note, mark, judge, cancel, stop)
AFTER = (correct, judge, name_late, sample, review, note_more, publish, cancel, stop)
TO_MARK = Limit(legal="result_days", counts_from="planned_on")
NOTICE = PublicNotice("notice_days", says="职业技能等级自主评价结果公示，公示期内可以提出异议。")

PROCEDURE = Procedure(
    key="grade-assessment",
    title="职业技能等级评价",
    basis=(ART_20, ART_21, ART_22),
    fulfils=(
        "enterprise-own-assessment",
        "eight-grade-ladder",
        "assessment-guidance-and-supervision",
    ),
    opened_by=ASSESSOR,
    open_to=(ENTERPRISE, ASSESSOR),
    form=Plan,
    facts=(Filing, Session, Sitting),
    gathers=gather,
    stages=(
        Stage("draft", "计划待批准", ASSESSOR, (approve, give_up)),
        Stage("planned", "已列入计划", ASSESSOR, BEFORE, TO_MARK),
        Stage("marked", "已录入成绩", ASSESSOR, AFTER),
        Stage("notice", "结果公示中", ASSESSOR, (issue, reopen, stop), notice=NOTICE),
        End("issued", "已核发证书"),
        End("cancelled", "已取消"),
        End("stopped", "已被停止", refused=True),
    ),
    policy=POLICY,
)
