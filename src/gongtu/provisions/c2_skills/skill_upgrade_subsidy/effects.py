"""What claiming and paying the skill upgrade subsidy means for the register."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.skills import queries
from gongtu.registers.skills import services as skills


def check_holder(effect: Effect) -> None:
    """Only the holder of a certificate claims for it."""
    queries.get_held(effect.person, str(effect.answers["certificate"]))


def note_on_certificate(effect: Effect) -> None:
    """The certificate has brought its subsidy; it brings no second."""
    number = str(effect.answers["certificate"])
    skills.record_subsidy(number, case_number=effect.case_number, on=effect.on)


def clear_certificate(effect: Effect) -> None:
    """Nothing was owed after all: the mark of this case goes."""
    skills.take_back_subsidy(str(effect.answers["certificate"]), case_number=effect.case_number)
