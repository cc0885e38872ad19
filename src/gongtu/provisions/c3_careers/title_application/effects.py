"""What an application for a title checks at filing, and what its decision writes (Art. 24)."""

from gongtu.engines.casework.declare import Effect
from gongtu.registers.equivalence import services as equivalence
from gongtu.registers.equivalence.choices import Outcome, Side
from gongtu.registers.equivalence.declare import Rung
from gongtu.registers.equivalence.services import Decided, Wanted
from gongtu.registers.titles import services as titles
from gongtu.registers.titles.services import Granted


def check_application(effect: Effect) -> None:
    """Whoever does not meet a condition by the record is told which, and no case is opened."""
    equivalence.require_open(_wanted(effect), on=effect.on)


def grant_title(effect: Effect) -> None:
    """The title stands in its register, and the ruling keeps the row of the day of filing."""
    told, number = effect.answers, effect.move_answers["number"]
    committee = effect.known["Reviewed.committee"].value
    granted = Granted(number, told["level"], told["series"].label, committee)
    titles.record_title(effect.person, granted, by=effect.by, on=effect.on)
    _rule(effect, Outcome.GRANTED, number)


def decline_title(effect: Effect) -> None:
    """The ruling keeps the row of the day of filing, too, where it is a refusal."""
    _rule(effect, Outcome.DECLINED)


def _rule(effect: Effect, outcome: Outcome, number: str = "") -> None:
    decided = Decided(effect.case_number, effect.opened_on, outcome, number)
    equivalence.record_ruling(_wanted(effect), decided, by=effect.by, on=effect.on)


def _wanted(effect: Effect) -> Wanted:
    told = effect.answers
    return Wanted(
        person=effect.person,
        side=Side.GRADE,
        target=Rung(Side.TITLE, told["level"].value),
        occupation=str(told["occupation"]),
        series=told["series"],
    )
