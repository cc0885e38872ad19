"""What the register holds beside what was looked up."""

from collections.abc import Mapping

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known
from gongtu.registers.skills.known import looked_up_facts


def gather(case: Gathering) -> Mapping[str, Known]:
    """The name on record, and whether it is the name that was looked up."""
    asked = case.answers
    return looked_up_facts(asked["number"], asked["holder"], asked["name"], on=case.on)
