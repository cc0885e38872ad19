"""What the register knows of a plan."""

from collections.abc import Mapping

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known
from gongtu.registers.quality.known import plan_known


def gather(case: Gathering) -> Mapping[str, Known]:
    """How many bodies it holds, and whether some were drawn."""
    return plan_known(case.case_number, on=case.on)
