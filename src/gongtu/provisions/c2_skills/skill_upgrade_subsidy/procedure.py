"""How a worker claims the skill upgrade subsidy (Art. 16)."""

from gongtu.engines.casework.claims import claim_procedure
from gongtu.parties.roles import FINANCE, WORKER
from gongtu.provisions.c2_skills.skill_upgrade_subsidy.effects import (
    check_holder,
    clear_certificate,
    note_on_certificate,
)
from gongtu.provisions.c2_skills.skill_upgrade_subsidy.records import gather
from gongtu.provisions.c2_skills.skill_upgrade_subsidy.rules import (
    AMOUNT,
    ART_16,
    CONDITIONS,
    FUND,
    POLICY,
    Claim,
)
from gongtu.registers.insurance.facts import Insurance
from gongtu.registers.skills.facts import Certificate, Drawn
from gongtu.registers.training.facts import Trained

PROCEDURE = claim_procedure(
    key="skill-upgrade-subsidy",
    title="技能提升补贴申领",
    basis=(ART_16,),
    fulfils=("skill-upgrade-subsidy",),
    opened_by=WORKER,
    form=Claim,
    facts=(Certificate, Drawn, Insurance, Trained),
    gathers=gather,
    opens=check_holder,
    conditions=CONDITIONS,
    amount=AMOUNT,
    fund=FUND,
    once_per=(Certificate.occupation, Certificate.grade),
    records=note_on_certificate,
    unrecords=clear_certificate,
    decision="技能提升补贴决定书",
    sees=(FINANCE,),
    policy=POLICY,
)
