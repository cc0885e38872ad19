"""What the registers know of the grades to be recognised (Art. 22)."""

from collections.abc import Mapping

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known
from gongtu.registers.recognition.known import assessed_known
from gongtu.registers.recognition.rows import read_scope


def gather(case: Gathering) -> Mapping[str, Known]:
    """Whether one of the two is filed for what they would recognise."""
    parties = (case.organisation, int(case.answers["partner"]))
    return assessed_known(parties, read_scope(case.answers["scope"]), on=case.on)
