"""What the register knows of a worker's awards of contests."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from gongtu.engines.entitlement.declare import Subject
from gongtu.registers.honours.known import awards_known


def subjects(worker: str, on: date) -> Sequence[Subject]:
    """Each award of the worker's."""
    return list(awards_known(UUID(worker), on=on).values())
