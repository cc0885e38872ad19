"""What the register of bodies knows of whoever files."""

from collections.abc import Mapping

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known
from gongtu.registers.skills.known import body_facts


def gather(case: Gathering) -> Mapping[str, Known]:
    """Whether it assesses anybody, or its own staff."""
    return body_facts(case.organisation, on=case.on)
