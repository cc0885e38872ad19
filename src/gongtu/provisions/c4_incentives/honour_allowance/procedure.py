"""How the holder of an honour claims the allowance of the year (Art. 27)."""

from gongtu.engines.casework.claims import claim_procedure
from gongtu.parties.roles import FINANCE, WORKER
from gongtu.provisions.c4_incentives.honour_allowance.effects import (
    check_holder,
    clear_honour,
    note_on_honour,
)
from gongtu.provisions.c4_incentives.honour_allowance.records import gather
from gongtu.provisions.c4_incentives.honour_allowance.rules import (
    AMOUNT,
    ART_27,
    CONDITIONS,
    FUND,
    POLICY,
    Claim,
)
from gongtu.registers.honours.facts import Honour

PROCEDURE = claim_procedure(
    key="honour-allowance",
    title="首席技师荣誉津贴申领",
    basis=(ART_27,),
    fulfils=("talent-treatment-delivered",),
    opened_by=WORKER,
    form=Claim,
    facts=(Honour,),
    gathers=gather,
    opens=check_holder,
    conditions=CONDITIONS,
    amount=AMOUNT,
    fund=FUND,
    once_per=(Honour.number, Honour.year),
    records=note_on_honour,
    unrecords=clear_honour,
    word="津贴",
    sees=(FINANCE,),
    policy=POLICY,
)
