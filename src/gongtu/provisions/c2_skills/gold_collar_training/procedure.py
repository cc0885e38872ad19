"""How an enterprise or a school claims the gold-collar subsidy for a trainee (Art. 16)."""

from gongtu.engines.casework.claims import claim_procedure
from gongtu.engines.casework.declare import Procedure
from gongtu.parties.roles import ENTERPRISE, FINANCE, SCHOOL, Role
from gongtu.provisions.c2_skills.gold_collar_training.effects import (
    check_trained,
    clear_trainee,
    note_on_trainee,
)
from gongtu.provisions.c2_skills.gold_collar_training.records import gather
from gongtu.provisions.c2_skills.gold_collar_training.rules import (
    AMOUNT,
    ART_11,
    ART_16,
    CONDITIONS,
    FUND,
    POLICY,
    Claim,
)
from gongtu.registers.training.facts import Trainee


def _claimed_by(side: Role, key: str, title: str) -> Procedure:
    return claim_procedure(
        key=key,
        title=title,
        basis=(ART_16, ART_11),
        fulfils=("skill-upgrade-subsidy", "government-subsidised-training"),
        opened_by=side,
        form=Claim,
        facts=(Trainee,),
        gathers=gather,
        opens=check_trained,
        conditions=CONDITIONS,
        amount=AMOUNT,
        fund=FUND,
        once_per=(Trainee.number,),
        records=note_on_trainee,
        unrecords=clear_trainee,
        sees=(FINANCE,),
        policy=POLICY,
    )


PROCEDURES = (
    _claimed_by(ENTERPRISE, "gold-collar-training", "金蓝领培训补贴申领"),
    _claimed_by(SCHOOL, "gold-collar-training-school", "金蓝领培训补贴申领（院校）"),
)
