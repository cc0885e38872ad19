"""What claiming and paying the grant means for the register."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.employers import queries
from gongtu.registers.employers import services as employers


def check_own(effect: Effect) -> None:
    """Only whose platform it is claims for it."""
    queries.get_platform(effect.organisation, str(effect.answers["platform"]))


def note_on_platform(effect: Effect) -> None:
    """The platform has brought its grant; it brings no second."""
    key = str(effect.answers["platform"])
    employers.record_grant(key, case_number=effect.case_number, on=effect.on)


def clear_platform(effect: Effect) -> None:
    """Nothing was owed after all: the mark of this case goes."""
    employers.take_back_grant(str(effect.answers["platform"]), case_number=effect.case_number)
