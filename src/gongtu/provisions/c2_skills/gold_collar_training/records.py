"""What the register knows of an organisation's trainees, for the benefit and for a claim."""

from collections.abc import Mapping, Sequence
from datetime import date

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.registers.training.known import trainees_known


def subjects(organisation: str, on: date) -> Sequence[Subject]:
    """Each trainee of the organisation's."""
    return list(trainees_known(int(organisation), on=on).values())


def gather(case: Gathering) -> Mapping[str, Known]:
    """What is known of the trainee claimed for; somebody else's says nothing."""
    trained = trainees_known(case.organisation, on=case.opened_on, earlier=case.earlier)
    claimed = trained.get(str(case.answers["trainee"]))
    return claimed.facts if claimed else {}
