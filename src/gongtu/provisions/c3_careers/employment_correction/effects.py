"""A question about two jobs is let in, and what was found is put on record."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.ladder import queries as ladder
from gongtu.registers.ladder import services
from gongtu.registers.ladder.services import Days


def check_own(effect: Effect) -> None:
    """Only whose jobs they are asks about them, and only while they overlap."""
    ladder.get_overlap(effect.person, str(effect.answers["overlap"]))


def correct(effect: Effect) -> None:
    """The days found take the place of those on record."""
    right = effect.move_answers
    services.put_right(
        effect.person,
        str(effect.answers["overlap"]),
        Days(right["earlier_since"], right["earlier_until"]),
        Days(right["later_since"], right["later_until"]),
        reason=right["proof"],
        by=effect.by,
        on=effect.on,
    )
