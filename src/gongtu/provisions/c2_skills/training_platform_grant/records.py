"""What the register knows of an enterprise's platforms, for the benefit and for a claim."""

from collections.abc import Mapping, Sequence
from datetime import date

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.registers.employers.known import platforms_known


def subjects(organisation: str, on: date) -> Sequence[Subject]:
    """Each platform of the enterprise's."""
    return list(platforms_known(int(organisation), on=on).values())


def gather(case: Gathering) -> Mapping[str, Known]:
    """What is known of the platform claimed for; somebody else's says nothing."""
    held = platforms_known(case.organisation, on=case.opened_on, earlier=case.earlier)
    claimed = held.get(str(case.answers["platform"]))
    return claimed.facts if claimed else {}
