"""What an apprenticeship writes into the register of employers."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.employers import services as employers


def take_on(effect: Effect) -> None:
    """The apprenticeship is on record from the opening on, and its apprentice reads it."""
    told = effect.answers
    learning = employers.Learning(
        organisation=effect.organisation,
        person=told["apprentice"],
        occupation=str(told["occupation"]),
        since=told["since"],
        until=told["until"],
        taught_in=str(told["taught_in"] or ""),
    )
    employers.take_on(learning, case_number=effect.case_number, by=effect.by, on=effect.on)


def finish(effect: Effect) -> None:
    """The term was served; from now on the ladder counts it."""
    employers.finish_apprenticeship(effect.case_number, by=effect.by, on=effect.on)


def break_off(effect: Effect) -> None:
    """The term was not served to its end."""
    employers.break_off_apprenticeship(effect.case_number, by=effect.by, on=effect.on)
