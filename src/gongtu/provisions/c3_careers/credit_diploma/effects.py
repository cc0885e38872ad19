"""What the diploma writes into the credit bank and the register of education (Art. 24)."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.credits import services as bank


def check(effect: Effect) -> None:
    """Only with a transcript of one's own in a programme of the school that is asked."""
    bank.check_student(
        effect.person, str(effect.answers["programme"]), int(effect.answers["school"])
    )


def confer(effect: Effect) -> None:
    """The diploma is on record, and the transcript says so."""
    bank.confer(
        effect.person,
        str(effect.answers["programme"]),
        diploma=effect.move_answers["number"],
        by=effect.by,
        on=effect.on,
    )
