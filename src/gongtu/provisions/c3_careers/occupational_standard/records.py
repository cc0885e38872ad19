"""What the register knows of a draft's comment round (Art. 20)."""

from collections.abc import Mapping

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known
from gongtu.registers.standards.known import round_known


def gather(case: Gathering) -> Mapping[str, Known]:
    """How far the comment round has come."""
    return round_known(case.case_number, on=case.on)
