"""What the credit bank knows of the transcript (Art. 24)."""

from collections.abc import Mapping

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known
from gongtu.registers.credits.known import studied_known


def gather(case: Gathering) -> Mapping[str, Known]:
    """How far the applicant's transcript is."""
    return studied_known(case.person, str(case.answers["programme"]), on=case.on)
