"""What a candidacy by title checks at filing, and how it leads into the session (Art. 24)."""

from datetime import date

from gongtu.engines.casework.declare import Effect
from gongtu.registers.equivalence import services as equivalence
from gongtu.registers.equivalence.choices import Outcome, Side
from gongtu.registers.equivalence.declare import Rung
from gongtu.registers.equivalence.services import Decided, Wanted
from gongtu.registers.ladder import services as ladder
from gongtu.registers.sittings import services as sittings
from gongtu.registers.skills.choices import Grade
from gongtu.registers.skills.queries import get_session


def check_candidacy(effect: Effect) -> None:
    """The session takes the person in, and no condition fails by the record; else no case."""
    told = effect.answers
    sittings.require_session(told["session"], effect.person, body=int(told["body"]), on=effect.on)
    wanted = _wanted(effect)
    equivalence.require_open(wanted, on=effect.on)
    _require_open(wanted, declared=True, on=effect.on)


def admit_candidate(effect: Effect) -> None:
    """The candidate stands in the session's list with what was checked; the ruling is kept."""
    number, checked = effect.answers["session"], effect.move_answers["checked"]
    wanted = _wanted(effect)
    _require_open(wanted, declared=bool(checked), on=effect.on)
    sittings.enrol(number, (effect.person,), declared=checked, on=effect.on)
    _rule(effect, wanted, Outcome.GRANTED, number)


def decline_candidate(effect: Effect) -> None:
    """The ruling keeps the row, too, where it is a refusal."""
    _rule(effect, _wanted(effect), Outcome.DECLINED)


def _require_open(wanted: Wanted, *, declared: bool, on: date) -> None:
    """The ladder lets the person apply, who does not hold the grade already."""
    people, grade = (wanted.person,), Grade(wanted.target.key)
    ladder.require_open(people, wanted.occupation, grade, declared=declared, on=on)


def _rule(effect: Effect, wanted: Wanted, outcome: Outcome, session: str = "") -> None:
    decided = Decided(effect.case_number, effect.opened_on, outcome, session)
    equivalence.record_ruling(wanted, decided, by=effect.by, on=effect.on)


def _wanted(effect: Effect) -> Wanted:
    """The grade of the session, in its occupation."""
    session = get_session(effect.answers["session"])
    return Wanted(
        person=effect.person,
        side=Side.TITLE,
        target=Rung(Side.GRADE, session.grade),
        occupation=session.filing.occupation_id,
    )
