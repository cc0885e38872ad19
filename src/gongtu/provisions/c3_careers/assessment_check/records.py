"""What the register knows of a check."""

from collections.abc import Mapping

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known
from gongtu.registers.quality.known import check_known


def gather(case: Gathering) -> Mapping[str, Known]:
    """How far the check is, and whether the body was heard."""
    return check_known(case.case_number, on=case.on)
