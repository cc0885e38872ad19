"""One decision, every certificate of the session."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.skills import services as skills


def withdraw(effect: Effect) -> None:
    """What counts of the session's certificates is revoked; each holder is told."""
    charge = effect.answers
    skills.withdraw_session(
        charge["session"],
        reason=charge["reason"],
        told=charge["told"],
        heard=effect.move_answers["heard"],
        by=effect.by,
        on=effect.on,
    )
