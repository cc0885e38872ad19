"""What the register knows of an enterprise's apprentices, for the benefit and for a claim."""

from collections.abc import Mapping, Sequence
from datetime import date

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.registers.employers.known import classes_known


def subjects(organisation: str, on: date) -> Sequence[Subject]:
    """Each class of apprentices of the enterprise's."""
    return list(classes_known(int(organisation), on=on).values())


def gather(case: Gathering) -> Mapping[str, Known]:
    """What is known of the class claimed for; somebody else's says nothing."""
    held = classes_known(case.organisation, on=case.opened_on, earlier=case.earlier)
    claimed = held.get(str(case.answers["apprenticeship"]))
    return claimed.facts if claimed else {}
