"""How an organisation claims the gold-collar subsidy for a trainee (Art. 16)."""

from gongtu.engines.casework.claims import claim_procedure
from gongtu.parties.roles import ENTERPRISE, FINANCE
from gongtu.provisions.c2_skills.gold_collar_training.effects import (
    check_trained,
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

PROCEDURE = claim_procedure(
    key="gold-collar-training",
    title="金蓝领培训补贴申领",
    basis=(ART_16, ART_11),
    fulfils=("skill-upgrade-subsidy", "government-subsidised-training"),
    opened_by=ENTERPRISE,
    form=Claim,
    facts=(Trainee,),
    gathers=gather,
    opens=check_trained,
    conditions=CONDITIONS,
    amount=AMOUNT,
    fund=FUND,
    once_per=(Trainee.number,),
    records=note_on_trainee,
    sees=(FINANCE,),
    policy=POLICY,
)
