"""What claiming and paying the subsidy for a raised degree means for the register."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.education import queries
from gongtu.registers.education import services as education


def check_own(effect: Effect) -> None:
    """Only who studied claims for it."""
    queries.get_own(effect.person, str(effect.answers["degree"]))


def note_on_degree(effect: Effect) -> None:
    """The degree has brought its subsidy; it brings no second."""
    number = str(effect.answers["degree"])
    education.record_subsidy(number, case_number=effect.case_number, on=effect.on)


def clear_degree(effect: Effect) -> None:
    """Nothing was owed after all: the mark of this case goes."""
    education.take_back_subsidy(str(effect.answers["degree"]), case_number=effect.case_number)
