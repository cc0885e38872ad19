"""What claiming and paying the apprenticeship subsidy means for the register."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.employers import queries
from gongtu.registers.employers import services as employers


def check_own(effect: Effect) -> None:
    """Only who trains the class claims for it."""
    queries.get_class(effect.organisation, str(effect.answers["apprenticeship"]))


def note_on_class(effect: Effect) -> None:
    """The class has brought its subsidy; it brings no second."""
    key = str(effect.answers["apprenticeship"])
    employers.record_apprentice_subsidy(key, case_number=effect.case_number, on=effect.on)


def clear_class(effect: Effect) -> None:
    """Nothing was owed after all: the mark of this case goes."""
    employers.take_back_apprentice_subsidy(
        str(effect.answers["apprenticeship"]), case_number=effect.case_number
    )
