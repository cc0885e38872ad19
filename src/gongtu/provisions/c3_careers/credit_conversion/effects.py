"""What counting, giving up and taking back write into the credit bank (Art. 24)."""

from gongtu.engines.casework.declare import Effect
from gongtu.provisions.c3_careers.credit_conversion.records import application_of
from gongtu.registers.credits import services as bank
from gongtu.registers.credits.choices import EndedFor
from gongtu.registers.credits.rows import read_lines


def check(effect: Effect) -> None:
    """Only one's own certificate, for a programme of the school that is asked."""
    bank.check_application(application_of(effect), int(effect.answers["school"]))


def count(effect: Effect) -> None:
    """All that the rules bring."""
    bank.convert(application_of(effect), case_number=effect.case_number, by=effect.by, on=effect.on)


def count_part(effect: Effect) -> None:
    """As much as the school says."""
    bank.convert(
        application_of(effect),
        lines=read_lines(effect.move_answers["lines"]),
        case_number=effect.case_number,
        by=effect.by,
        on=effect.on,
    )


def give_up(effect: Effect) -> None:
    """The learner wants it counted elsewhere."""
    bank.end_conversion(effect.case_number, EndedFor.GIVEN_UP, by=effect.by, on=effect.on)


def take_back(effect: Effect) -> None:
    """The school found that it should not count."""
    bank.end_conversion(effect.case_number, EndedFor.TAKEN_BACK, by=effect.by, on=effect.on)
