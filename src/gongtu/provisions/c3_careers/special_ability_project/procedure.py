"""How a special ability is proposed, looked at by experts, published and retired (Art. 23)."""

from gongtu.engines.casework.declare import CITY, End, LetterKind, Limit, Move, Procedure, Stage
from gongtu.parties.roles import ASSESSOR, ENTERPRISE, HRSS, PROPOSER, SCHOOL
from gongtu.provisions.c3_careers.special_ability_project import effects
from gongtu.provisions.c3_careers.special_ability_project.records import gather
from gongtu.provisions.c3_careers.special_ability_project.rules import (
    ART_23,
    POLICY,
    REVIEWED,
    Asked,
    Ending,
    Examiner,
    Opinion,
    Project,
    Publication,
    Retirement,
    Revised,
)
from gongtu.registers.standards.facts import Reviewed

PUBLISHED = LetterKind("published", "专项职业能力考核项目发布告知书", to=PROPOSER)
DECLINED = LetterKind("declined", "不予开发告知书", to=PROPOSER)
RETIRED = LetterKind("retired", "专项职业能力考核项目停用告知书", to=PROPOSER)

send = Move("send", "送专家评审", to="review", asks=Asked, does=effects.send_to_experts)
ask_more = Move("ask_more", "要求修改", to="supplement", reasons=True, once=True)
decline = Move("decline", "不予开发", to="declined", reasons=True, issues=DECLINED, hurts=True)
resubmit = Move("resubmit", "修改后提交", to="acceptance", asks=Revised, does=effects.revise)
opine = Move("opine", "录入专家意见", to="review", asks=Opinion, does=effects.note_opinion)
prepare = Move(
    "prepare",
    "拟发布",
    to="publication",
    requires=(REVIEWED,),
    asks=Publication,
    does=effects.number,
)
publish = Move(
    "publish",
    "发布",
    to="published",
    other_than="prepare",
    issues=PUBLISHED,
    does=effects.publish,
)
reconsider = Move("reconsider", "退回评审", to="review", reasons=True)
file_assessor = Move(
    "file_assessor",
    "备案考核机构",
    to="published",
    by=HRSS,
    asks=Examiner,
    does=effects.file_assessor,
)
end_assessor = Move(
    "end_assessor",
    "终止考核机构备案",
    to="published",
    by=HRSS,
    asks=Ending,
    does=effects.end_assessor,
    hurts=True,
)
retire = Move(
    "retire",
    "停用",
    to="retired",
    by=HRSS,
    asks=Retirement,
    issues=RETIRED,
    does=effects.retire,
    hurts=True,
)

IN_ACCEPTANCE, IN_REVIEW = Limit(legal="acceptance_days"), Limit(legal="review_days")

PROCEDURE = Procedure(
    key="special-ability-project",
    title="专项职业能力考核项目开发",
    basis=(ART_23,),
    fulfils=("special-ability-projects", "special-ability-pilots"),
    opened_by=PROPOSER,
    open_to=(SCHOOL, ENTERPRISE, ASSESSOR, HRSS),
    form=Project,
    facts=(Reviewed,),
    gathers=gather,
    opens=effects.propose,
    seats=((HRSS, CITY),),
    stages=(
        Stage("acceptance", "受理审查中", HRSS, (send, decline, ask_more), IN_ACCEPTANCE),
        Stage("supplement", "待修改", PROPOSER, (resubmit,), suspends="acceptance"),
        Stage("review", "专家评审中", HRSS, (opine, prepare, decline), IN_REVIEW),
        Stage("publication", "待另一人发布", HRSS, (publish, reconsider)),
        Stage("published", "已发布", HRSS, (file_assessor, end_assessor, retire), rests=True),
        End("retired", "已停用"),
        End("declined", "不予开发", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    titled=lambda told: f"专项职业能力：{told['name']}",
    policy=POLICY,
)
