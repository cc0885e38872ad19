"""How an office settles in a year's plan which bodies it checks (Art. 20 para. 2)."""

from gongtu.engines.casework.declare import End, Move, Procedure, Stage
from gongtu.parties.roles import HRSS
from gongtu.provisions.c3_careers.assessment_plan import effects
from gongtu.provisions.c3_careers.assessment_plan.records import gather
from gongtu.provisions.c3_careers.assessment_plan.rules import (
    ART_20_2,
    DRAWN,
    POLICY,
    SOMEBODY_PLANNED,
    Named,
    Share,
    Year,
)
from gongtu.registers.quality.facts import Planned

name = Move("name", "按风险理由列入", to="drafting", asks=Named, does=effects.name_body)
draw = Move(
    "draw", "随机抽取其余机构", to="drafting", asks=Share, does=effects.draw_bodies, once=True
)
adopt = Move(
    "adopt", "确定计划", to="adopted", requires=(SOMEBODY_PLANNED, DRAWN), does=effects.adopt
)
drop = Move("drop", "放弃草案", to="dropped", reasons=True, does=effects.drop)

PROCEDURE = Procedure(
    key="assessment-plan",
    title="评价质量检查年度计划",
    basis=(ART_20_2,),
    fulfils=("assessment-guidance-and-supervision",),
    opened_by=HRSS,
    form=Year,
    facts=(Planned,),
    gathers=gather,
    opens=effects.open_plan,
    stages=(
        Stage("drafting", "拟定中", HRSS, (name, draw, adopt, drop)),
        End("adopted", "已确定"),
        End("dropped", "已放弃"),
    ),
    policy=POLICY,
)
