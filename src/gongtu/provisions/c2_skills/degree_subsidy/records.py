"""What the register knows of a worker's courses of study, for the benefit and for a claim."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.registers.education.known import degrees_known


def subjects(worker: str, on: date) -> Sequence[Subject]:
    """Each course of study of the worker's."""
    return list(degrees_known(UUID(worker), on=on).values())


def gather(case: Gathering) -> Mapping[str, Known]:
    """What is known of the degree claimed for; somebody else's says nothing."""
    studied = degrees_known(case.person, on=case.opened_on, earlier=case.earlier)
    claimed = studied.get(str(case.answers["degree"]))
    return claimed.facts if claimed else {}
