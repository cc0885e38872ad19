"""What the register knows of a worker's special abilities, for the benefit and for a claim."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from gongtu.engines.casework.declare import Gathering
from gongtu.engines.entitlement.declare import Known, Subject
from gongtu.registers.skills.known import abilities_known


def subjects(worker: str, on: date) -> Sequence[Subject]:
    """Each certificate of a special ability of the worker's."""
    return list(abilities_known(UUID(worker), on=on).values())


def gather(case: Gathering) -> Mapping[str, Known]:
    """What is known of the certificate claimed for; somebody else's says nothing."""
    held = abilities_known(case.person, on=case.opened_on, earlier=case.earlier)
    claimed = held.get(str(case.answers["ability"]))
    return claimed.facts if claimed else {}
