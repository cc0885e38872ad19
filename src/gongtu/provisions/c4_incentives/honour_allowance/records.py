"""What the register knows of a worker's honours, for the benefit and for a claim."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.registers.honours.known import honours_known


def subjects(worker: str, on: date) -> Sequence[Subject]:
    """Each honour of the worker's."""
    return list(honours_known(UUID(worker), on=on).values())


def gather(case: Gathering) -> Mapping[str, Known]:
    """What is known of the honour claimed for; somebody else's says nothing."""
    granted = honours_known(case.person, on=case.opened_on, earlier=case.earlier)
    claimed = granted.get(str(case.answers["honour"]))
    return claimed.facts if claimed else {}
