"""What is left of the session's certificates."""

from collections.abc import Mapping

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known
from gongtu.registers.skills.known import issued_facts


def gather(case: Gathering) -> Mapping[str, Known]:
    """How many certificates the decision would take back."""
    return issued_facts(case.answers["session"], on=case.on)
