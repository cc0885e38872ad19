"""What claiming and paying the gold-collar subsidy means for the register."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.training import queries
from gongtu.registers.training import services as training


def check_trained(effect: Effect) -> None:
    """Only who trained claims for it."""
    queries.get_trained(effect.organisation, str(effect.answers["trainee"]))


def note_on_trainee(effect: Effect) -> None:
    """The training has brought its subsidy; it brings no second."""
    number = str(effect.answers["trainee"])
    training.record_subsidy(number, case_number=effect.case_number, on=effect.on)


def clear_trainee(effect: Effect) -> None:
    """Nothing was owed after all: the mark of this case goes."""
    training.take_back_subsidy(str(effect.answers["trainee"]), case_number=effect.case_number)
