"""What claiming and paying the subsidy for a special ability means for the register."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.skills import services as skills
from gongtu.registers.skills.queries.abilities import get_own_ability


def check_holder(effect: Effect) -> None:
    """Only the holder of a certificate claims for it."""
    get_own_ability(effect.person, str(effect.answers["ability"]))


def note_on_ability(effect: Effect) -> None:
    """The ability has brought its subsidy; it brings no second."""
    number = str(effect.answers["ability"])
    skills.record_ability_subsidy(number, case_number=effect.case_number, on=effect.on)


def clear_ability(effect: Effect) -> None:
    """Nothing was owed after all: the mark of this case goes."""
    skills.take_back_ability_subsidy(str(effect.answers["ability"]), case_number=effect.case_number)
