"""What the register knows of a project's review (Art. 23)."""

from collections.abc import Mapping

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known
from gongtu.registers.standards.known import reviewed_known


def gather(case: Gathering) -> Mapping[str, Known]:
    """How many opinions of experts are missing."""
    return reviewed_known(case.case_number, on=case.on)
