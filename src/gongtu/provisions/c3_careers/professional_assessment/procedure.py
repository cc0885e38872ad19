"""How a holder of a title comes into an assessment session by their title (Art. 24)."""

from gongtu.engines.casework.declare import End, LetterKind, Limit, Move, Named, Procedure, Stage
from gongtu.parties.roles import ASSESSOR, HRSS, WORKER
from gongtu.provisions.c3_careers.professional_assessment.effects import (
    admit_candidate,
    check_candidacy,
    decline_candidate,
)
from gongtu.provisions.c3_careers.professional_assessment.records import gather
from gongtu.provisions.c3_careers.professional_assessment.rules import (
    ART_24,
    POLICY,
    Candidacy,
    Checked,
)
from gongtu.registers.equivalence.facts import Applied

ADMITTED = LetterKind("admitted", "同意参加职业技能评价通知书", to=WORKER)
DECLINED = LetterKind("declined", "不同意参加职业技能评价告知书", to=WORKER)

admit = Move(
    "admit",
    "核对无误，列入考生名单",
    to="admitted",
    asks=Checked,
    issues=ADMITTED,
    does=admit_candidate,
    once=True,
)
decline = Move(
    "decline",
    "不同意",
    to="declined",
    reasons=True,
    issues=DECLINED,
    does=decline_candidate,
    hurts=True,
)

TO_CHECK = Limit(legal="check_days")

PROCEDURE = Procedure(
    key="professional-assessment",
    title="专业技术人员参加职业技能评价",
    basis=(ART_24,),
    fulfils=("skill-assessment-of-professionals", "equivalence-with-titles"),
    opened_by=WORKER,
    form=Candidacy,
    facts=(Applied,),
    gathers=gather,
    seats=((ASSESSOR, Named(Candidacy.body)),),
    opens=check_candidacy,
    stages=(
        Stage("checking", "评价机构核对中", ASSESSOR, (admit, decline), TO_CHECK),
        End("admitted", "已列入考生名单"),
        End("declined", "不同意", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    sees=(HRSS,),
    policy=POLICY,
)
