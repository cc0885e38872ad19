"""What granting the skill upgrade subsidy writes down."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.skills import services as skills


def note_on_certificate(effect: Effect) -> None:
    """The certificate has brought its subsidy; it brings no second."""
    number = str(effect.answers["certificate"])
    skills.record_subsidy(number, case_number=effect.case_number, on=effect.on)
