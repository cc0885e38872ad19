"""What recording a filing writes down."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.services import Scope


def record_filing(effect: Effect) -> None:
    """The enterprise may assess that occupation from now on."""
    asked = effect.answers
    skills.record_filing(
        effect.organisation,
        Scope(str(asked["occupation"]), asked["lowest"], asked["highest"]),
        site=effect.move_answers["site"],
        case_number=effect.case_number,
        by=effect.by,
        on=effect.on,
    )
