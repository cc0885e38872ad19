"""What is put right in the register of certificates."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.services import Said


def correct(effect: Effect) -> None:
    """A certificate that says what is right takes the old one's place."""
    right = effect.move_answers
    skills.correct_certificate(
        str(effect.answers["certificate"]),
        Said(name=right["name"], occupation=right["occupation"], grade=right["grade"]),
        told=effect.answers["told"],
        case_number=effect.case_number,
        by=effect.by,
        on=effect.on,
    )


def reissue(effect: Effect) -> None:
    """A certificate with a new number takes the place of what was lost or damaged."""
    skills.reissue_certificate(
        str(effect.answers["certificate"]),
        told=effect.answers["told"],
        case_number=effect.case_number,
        by=effect.by,
        on=effect.on,
    )
