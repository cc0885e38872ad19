"""What claiming and paying the allowance means for the register of honours."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.honours import queries
from gongtu.registers.honours import services as honours


def check_holder(effect: Effect) -> None:
    """Only the holder of an honour claims for it."""
    queries.get_own(effect.person, str(effect.answers["honour"]))


def note_on_honour(effect: Effect) -> None:
    """The year of the term in which it was claimed has brought its allowance."""
    honours.record_allowance(
        str(effect.answers["honour"]),
        case_number=effect.case_number,
        claimed_on=effect.opened_on,
        on=effect.on,
    )


def clear_honour(effect: Effect) -> None:
    """Nothing was owed after all: the mark of this case goes."""
    honours.take_back_allowance(str(effect.answers["honour"]), case_number=effect.case_number)
