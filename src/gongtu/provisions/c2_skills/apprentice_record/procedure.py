"""How an enterprise records an apprentice, and certifies that the term was served (Art. 14)."""

from gongtu.engines.casework.declare import (
    End,
    LetterKind,
    Material,
    Move,
    Named,
    Procedure,
    Stage,
)
from gongtu.parties.roles import ENTERPRISE, HRSS, UNION, WORKER
from gongtu.provisions.c2_skills.apprentice_record import effects
from gongtu.provisions.c2_skills.apprentice_record.rules import (
    ART_14,
    ART_21,
    POLICY,
    TERM_OVER,
    Agreement,
)

FINISHED = LetterKind("finished", "学徒期满证明", to=WORKER)
BROKEN_OFF = LetterKind("broken_off", "学徒培养中止告知书", to=WORKER)

finish = Move(
    "finish", "登记期满", to="finished", by=ENTERPRISE, requires=(TERM_OVER,), issues=FINISHED,
    does=effects.finish,
)  # fmt: skip
break_off = Move(
    "break_off", "中止培养", to="broken_off", by=ENTERPRISE, reasons=True, issues=BROKEN_OFF,
    does=effects.break_off, hurts=True,
)  # fmt: skip

PROCEDURE = Procedure(
    key="apprentice-record",
    title="学徒培养登记",
    basis=(ART_14, ART_21),
    fulfils=("apprenticeship-posts", "apprenticeship-training"),
    opened_by=ENTERPRISE,
    form=Agreement,
    opens=effects.take_on,
    materials=(Material("agreement", "培养协议"),),
    seats=((WORKER, Named(Agreement.apprentice)),),
    stages=(
        Stage("running", "学徒培养中", ENTERPRISE, (finish, break_off), rests=True),
        End("finished", "学徒期满"),
        End("broken_off", "已中止"),
    ),
    sees=(UNION, HRSS),
    policy=POLICY,
)
