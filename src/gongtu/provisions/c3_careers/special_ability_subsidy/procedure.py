"""How a worker claims the subsidy for a special ability (Arts. 16 and 23)."""

from gongtu.engines.casework.claims import claim_procedure
from gongtu.parties.roles import FINANCE, WORKER
from gongtu.provisions.c3_careers.special_ability_subsidy.effects import (
    check_holder,
    clear_ability,
    note_on_ability,
)
from gongtu.provisions.c3_careers.special_ability_subsidy.records import gather
from gongtu.provisions.c3_careers.special_ability_subsidy.rules import (
    AMOUNT,
    ART_16,
    ART_23,
    CONDITIONS,
    FUND,
    POLICY,
    Claim,
)
from gongtu.registers.skills.facts import Ability

PROCEDURE = claim_procedure(
    key="special-ability-subsidy",
    title="专项职业能力补贴申领",
    basis=(ART_16, ART_23),
    fulfils=("skill-upgrade-subsidy",),
    opened_by=WORKER,
    form=Claim,
    facts=(Ability,),
    gathers=gather,
    opens=check_holder,
    conditions=CONDITIONS,
    amount=AMOUNT,
    fund=FUND,
    once_per=(Ability.name,),
    records=note_on_ability,
    unrecords=clear_ability,
    sees=(FINANCE,),
    policy=POLICY,
)
