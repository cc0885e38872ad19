"""Who is told that a certificate was not found."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.skills import services as skills


def tell_holder(effect: Effect) -> None:
    """Where it is on record, its holder hears of the case."""
    if holder := effect.answers["holder"]:
        skills.tell_holder(holder, effect.case_number, on=effect.on)
