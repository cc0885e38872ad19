"""What comparing a qualification writes into its register (Art. 20, 24)."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.qualifications import services as qualifications
from gongtu.registers.qualifications.services import Issued


def check_days(effect: Effect) -> None:
    """Only what can have been issued is compared."""
    qualifications.require_possible(_issued(effect), on=effect.on)


def record(effect: Effect) -> None:
    """The qualification stands on record, with the register that confirms it."""
    qualifications.record_qualification(
        effect.person,
        _issued(effect),
        compared_with=effect.move_answers["register"],
        case_number=effect.case_number,
        by=effect.by,
        on=effect.on,
    )


def note_withdrawal(effect: Effect) -> None:
    """From now on it counts no more."""
    qualifications.withdraw_qualification(effect.case_number, by=effect.by, on=effect.on)


def _issued(effect: Effect) -> Issued:
    told = effect.answers
    return Issued(
        name=told["name"],
        number=told["number"],
        kind=told["kind"],
        level=told["level"] or "",
        issuer=told["issuer"],
        issued_on=told["issued_on"],
        valid_through=told["valid_through"],
    )
