"""How a certificate that was not found is looked into and answered (Art. 22)."""

from gongtu.engines.casework.declare import End, Limit, Move, Named, Procedure, Stage
from gongtu.parties.roles import ASSESSOR, HRSS, PUBLIC, WORKER
from gongtu.provisions.c3_careers.lookup_correction.effects import correct as put_right
from gongtu.provisions.c3_careers.lookup_correction.effects import tell_holder
from gongtu.provisions.c3_careers.lookup_correction.records import gather
from gongtu.provisions.c3_careers.lookup_correction.rules import (
    ART_22,
    ON_RECORD,
    POLICY,
    Answer,
    Correction,
    Question,
)
from gongtu.registers.skills.facts import LookedUp

confirm = Move("confirm", "登记无误，告知如何查询", to="as_recorded", asks=Answer)
upload = Move("upload", "已补报登记", to="uploaded", asks=Answer)
deny = Move("deny", "告知没有颁发", to="not_issued", asks=Answer)
point = Move("point", "告知登记在别的系统", to="elsewhere", asks=Answer)
correct = Move(
    "correct",
    "更正登记并换发",
    to="corrected",
    requires=(ON_RECORD,),
    asks=Correction,
    does=put_right,
)

TO_CHECK = Limit(legal="check_days")
MOVES = (confirm, correct, upload, deny, point)

PROCEDURE = Procedure(
    key="lookup-correction",
    title="证书查询更正登记",
    basis=(ART_22,),
    fulfils=("certificates-public-lookup",),
    opened_by=PUBLIC,
    form=Question,
    facts=(LookedUp,),
    gathers=gather,
    seats=((ASSESSOR, Named(Question.body)), (WORKER, Named(Question.holder))),
    stages=(
        Stage("checking", "核查中", ASSESSOR, MOVES, TO_CHECK),
        End("as_recorded", "登记无误"),
        End("corrected", "已更正并换发"),
        End("uploaded", "已补报登记"),
        End("not_issued", "没有颁发"),
        End("elsewhere", "登记在别的系统"),
    ),
    opens=tell_holder,
    sees=(HRSS,),
    policy=POLICY,
)
