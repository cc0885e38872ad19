"""How an enterprise claims the grant for a training platform (Art. 12)."""

from gongtu.engines.casework.claims import claim_procedure
from gongtu.parties.roles import ENTERPRISE, FINANCE
from gongtu.provisions.c2_skills.training_platform_grant.effects import (
    check_own,
    clear_platform,
    note_on_platform,
)
from gongtu.provisions.c2_skills.training_platform_grant.records import gather
from gongtu.provisions.c2_skills.training_platform_grant.rules import (
    AMOUNT,
    ART_12,
    CONDITIONS,
    FULFILS,
    FUND,
    POLICY,
    Claim,
)
from gongtu.registers.employers.facts import Platform

PROCEDURE = claim_procedure(
    key="training-platform-grant",
    title="技能人才培养平台补助申领",
    basis=(ART_12,),
    fulfils=FULFILS,
    opened_by=ENTERPRISE,
    form=Claim,
    facts=(Platform,),
    gathers=gather,
    opens=check_own,
    conditions=CONDITIONS,
    amount=AMOUNT,
    fund=FUND,
    once_per=(Platform.number,),
    records=note_on_platform,
    unrecords=clear_platform,
    word="补助",
    sees=(FINANCE,),
    policy=POLICY,
)
