"""An appeal is let in, and what was found becomes the result, with what stood before beside it."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.sittings import services as sittings
from gongtu.registers.skills.services.sessions import Marks


def check_appeal(effect: Effect) -> None:
    """Only a candidate with a result appeals, to who assessed them, while the notice runs."""
    told = effect.answers
    sittings.check_appeal(
        told["session"], effect.person, body=int(told["body"]), number=effect.case_number,
        on=effect.on,
    )  # fmt: skip


def correct(effect: Effect) -> None:
    """The marks found take the place of those published."""
    told = effect.move_answers
    found = Marks(told["theory"], told["practice"])
    sittings.correct_on_appeal(appeal_of(effect), found, by=effect.by, on=effect.on)


def keep(effect: Effect) -> None:
    """The marks stay; whoever entered them does not decide on them."""
    sittings.keep_on_appeal(appeal_of(effect), by=effect.by)


def appeal_of(effect: Effect) -> sittings.Appeal:
    """Whose appeal against which session."""
    return sittings.Appeal(effect.case_number, effect.answers["session"], effect.person)
