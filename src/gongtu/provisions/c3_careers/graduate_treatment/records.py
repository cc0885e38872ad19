"""What the registers know of somebody's courses of study."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from gongtu.engines.entitlement.declare import Subject
from gongtu.registers.education.known import degrees_known
from gongtu.registers.skills.known import holder_known


def subjects(worker: str, on: date) -> Sequence[Subject]:
    """Each course of study of the worker's, with the grades held."""
    holder = holder_known(UUID(worker), on=on)
    return [
        Subject(told.key, told.title, {**holder, **told.facts})
        for told in degrees_known(UUID(worker), on=on).values()
    ]
