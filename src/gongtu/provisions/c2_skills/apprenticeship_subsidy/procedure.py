"""How an enterprise claims the apprenticeship subsidy (Art. 14)."""

from gongtu.engines.casework.claims import claim_procedure
from gongtu.engines.casework.declare import Material
from gongtu.parties.roles import ENTERPRISE, FINANCE
from gongtu.provisions.c2_skills.apprenticeship_subsidy.effects import (
    check_own,
    clear_class,
    note_on_class,
)
from gongtu.provisions.c2_skills.apprenticeship_subsidy.records import gather
from gongtu.provisions.c2_skills.apprenticeship_subsidy.rules import (
    AMOUNT,
    ART_14,
    CONDITIONS,
    FUND,
    POLICY,
    Claim,
)
from gongtu.registers.employers.facts import Apprenticeship

PROCEDURE = claim_procedure(
    key="apprenticeship-subsidy",
    title="企业学徒培训补贴申领",
    basis=(ART_14,),
    fulfils=("apprenticeship-subsidy", "apprenticeship-training"),
    opened_by=ENTERPRISE,
    form=Claim,
    facts=(Apprenticeship,),
    gathers=gather,
    opens=check_own,
    materials=(Material("agreement", "联合培养协议"), Material("roll", "学徒名册")),
    conditions=CONDITIONS,
    amount=AMOUNT,
    fund=FUND,
    once_per=(Apprenticeship.number,),
    records=note_on_class,
    unrecords=clear_class,
    decision="学徒培训补贴决定书",
    sees=(FINANCE,),
    policy=POLICY,
)
