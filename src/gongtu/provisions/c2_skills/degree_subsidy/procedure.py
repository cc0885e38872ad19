"""How a worker claims the subsidy for a raised degree (Art. 16)."""

from gongtu.engines.casework.claims import claim_procedure
from gongtu.parties.roles import FINANCE, WORKER
from gongtu.provisions.c2_skills.degree_subsidy.effects import (
    check_own,
    clear_degree,
    note_on_degree,
)
from gongtu.provisions.c2_skills.degree_subsidy.records import gather
from gongtu.provisions.c2_skills.degree_subsidy.rules import (
    AMOUNT,
    ART_16,
    CONDITIONS,
    FUND,
    POLICY,
    Claim,
)
from gongtu.registers.education.facts import Degree

PROCEDURE = claim_procedure(
    key="degree-subsidy",
    title="学历提升补贴申领",
    basis=(ART_16,),
    fulfils=("degree-upgrade-subsidy",),
    opened_by=WORKER,
    form=Claim,
    facts=(Degree,),
    gathers=gather,
    opens=check_own,
    conditions=CONDITIONS,
    amount=AMOUNT,
    fund=FUND,
    once_per=(Degree.level,),
    records=note_on_degree,
    unrecords=clear_degree,
    sees=(FINANCE,),
    policy=POLICY,
)
