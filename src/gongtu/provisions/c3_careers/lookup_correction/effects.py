"""Who is told that a certificate was not found, and what is put right."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.skills import services as skills


def tell_holder(effect: Effect) -> None:
    """Where it is on record, its holder hears of the case."""
    if holder := effect.answers["holder"]:
        skills.tell_holder(holder, effect.case_number, on=effect.on)


def correct(effect: Effect) -> None:
    """The certificate is superseded by one with the right name."""
    told = effect.move_answers
    skills.correct_certificate(
        effect.answers["number"],
        skills.Said(name=told["right_name"]),
        told=told["proof"],
        case_number=effect.case_number,
        by=effect.by,
        on=effect.on,
    )
