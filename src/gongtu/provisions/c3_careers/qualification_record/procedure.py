"""How a qualification issued elsewhere is compared and put on record (Art. 20, 24)."""

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
from gongtu.parties.roles import HRSS, WORKER
from gongtu.provisions.c3_careers.qualification_record import effects
from gongtu.provisions.c3_careers.qualification_record.rules import (
    ART_20,
    ART_24,
    POLICY,
    Compared,
    Told,
)

RECORDED = LetterKind("recorded", "职业资格登记告知书", to=WORKER)
DECLINED = LetterKind("declined", "职业资格不予登记告知书", to=WORKER)
STRUCK = LetterKind("struck", "职业资格登记注明撤销告知书", to=WORKER)

record = Move(
    "record", "核对一致，登记", to="recorded", asks=Compared, issues=RECORDED, does=effects.record
)
decline = Move("decline", "不予登记", to="declined", reasons=True, issues=DECLINED, hurts=True)
ask_more = Move("ask_more", "要求补充证明", to="supplement", reasons=True, once=True)
resubmit = Move("resubmit", "补充后提交", to="comparing", reasons=True)
strike = Move(
    "strike", "颁发部门已撤销，注明", to="struck", by=HRSS, reasons=True, issues=STRUCK,
    does=effects.note_withdrawal, hurts=True,
)  # fmt: skip

TO_COMPARE = Limit(legal="compare_days")

PROCEDURE = Procedure(
    key="qualification-record",
    title="职业资格登记",
    basis=(ART_20, ART_24),
    fulfils=("assessment-mechanism", "equivalence-with-titles"),
    opened_by=WORKER,
    form=Told,
    materials=(Material("certificate", "职业资格证书"),),
    opens=effects.check_days,
    stages=(
        Stage("comparing", "人社部门核对中", HRSS, (record, decline, ask_more), TO_COMPARE),
        Stage("supplement", "待补充证明", WORKER, (resubmit,), suspends="comparing"),
        Stage("recorded", "已登记", HRSS, (strike,), rests=True),
        End("struck", "登记注明撤销"),
        End("declined", "不予登记", refused=True),
        End("withdrawn", "已撤回"),
    ),
    withdrawn="withdrawn",
    reconsideration=Reconsideration("comparing", within="reconsideration_days"),
    policy=POLICY,
)
