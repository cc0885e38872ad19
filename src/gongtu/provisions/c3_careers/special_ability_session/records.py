"""What the register knows of a session and of the filing it stands on (Art. 23)."""

from collections.abc import Mapping

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known
from gongtu.registers.standards.known import examining_known


def gather(case: Gathering) -> Mapping[str, Known]:
    """Whether the filing holds on the day of the session, and how far results are."""
    return examining_known(case.case_number, on=case.on)
