"""What the register knows of an enterprise's years."""

from collections.abc import Sequence
from datetime import date

from gongtu.engines.entitlement.declare import Subject
from gongtu.registers.employers.known import years_known


def subjects(organisation: str, on: date) -> Sequence[Subject]:
    """Each year of the enterprise's that is over."""
    return years_known(int(organisation), on=on)
