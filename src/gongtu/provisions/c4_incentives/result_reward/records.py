"""What the register knows of a worker's part in results put to use."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from gongtu.engines.entitlement.declare import Subject
from gongtu.registers.innovation.known import parts_known


def subjects(worker: str, on: date) -> Sequence[Subject]:
    """Each year's part of the worker's that is over."""
    return parts_known(UUID(worker), on=on)
