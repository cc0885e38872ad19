"""How an enterprise claims the apprenticeship subsidy (Art. 14)."""

from gongtu.engines.casework.claims import claim_procedure
from gongtu.engines.casework.declare import Material
from gongtu.parties.roles import ENTERPRISE
from gongtu.provisions.c2_skills.apprenticeship_subsidy.rules import (
    AMOUNT,
    ART_14,
    CONDITIONS,
    FUND,
    POLICY,
    Claim,
)

PROCEDURE = claim_procedure(
    key="apprenticeship-subsidy",
    title="企业学徒培训补贴申领",
    basis=(ART_14,),
    fulfils=("apprenticeship-subsidy", "apprenticeship-training"),
    opened_by=ENTERPRISE,
    form=Claim,
    materials=(Material("agreement", "联合培养协议"), Material("roll", "学徒名册")),
    conditions=CONDITIONS,
    amount=AMOUNT,
    fund=FUND,
    once_per=(Claim.began,),
    decision="学徒培训补贴决定书",
    policy=POLICY,
)
