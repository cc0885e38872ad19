"""What each step of a check writes into the register of quality."""

from datetime import date

from gongtu.engines.casework.clock import due_after
from gongtu.engines.casework.declare import Effect
from gongtu.provisions.c3_careers.assessment_check.rules import POLICY
from gongtu.registers.quality import services as quality
from gongtu.registers.quality.choices import Step


def open_check(effect: Effect) -> None:
    """The check stands on record; the body does not hear of it yet."""
    asked = effect.answers
    quality.open_check(
        effect.case_number,
        int(asked["body"]),
        asked["kind"],
        chosen=asked["chosen"],
        by=effect.by,
        on=effect.on,
    )


def drop(effect: Effect) -> None:
    """The place in the plan waits for another check."""
    quality.drop_check(effect.case_number)


def begin(effect: Effect) -> None:
    """The first officer signs, and the sample is drawn."""
    told = effect.move_answers
    wanted = quality.Wanted(told["sessions"], told["certificates"])
    quality.begin_check(
        effect.case_number, wanted, checked_on=told["checked_on"], by=effect.by, on=effect.on
    )


def join(effect: Effect) -> None:
    """The second officer signs."""
    quality.join_check(effect.case_number, by=effect.by, on=effect.on)


def note(effect: Effect) -> None:
    """One finding, with the file that shows it."""
    told = effect.move_answers
    found = quality.Found(told["ground"], told["severity"], told["told"], told["evidence"])
    quality.note_finding(effect.case_number, found, on=effect.on)


def tell(effect: Effect) -> None:
    """The body hears what was found, and until when it answers."""
    quality.tell_body(
        effect.case_number,
        answer_by=effect.move_answers["answer_by"],
        least=least_day("answer_days", on=effect.on),
        on=effect.on,
    )


def clear(effect: Effect) -> None:
    """The body hears that nothing was found."""
    quality.tell_body(effect.case_number, on=effect.on)


def answer(effect: Effect) -> None:
    """The body accepts or contests one finding."""
    told = effect.move_answers
    quality.answer_finding(
        effect.case_number,
        told["finding"],
        told["stance"],
        statement=told["statement"] or "",
        on=effect.on,
    )


def settle(effect: Effect) -> None:
    """What the body contests is upheld or dropped."""
    told = effect.move_answers
    quality.settle_finding(
        effect.case_number,
        told["settled"],
        upheld=told["upheld"],
        settled_for=told["settled_for"],
        on=effect.on,
    )


def advise(effect: Effect) -> None:
    """Advice, and nothing more."""
    told = effect.move_answers["advice"]
    quality.advise(effect.case_number, told, by=effect.by, on=effect.on)


def order(effect: Effect) -> None:
    """The body puts right what was found, by a day."""
    told = effect.move_answers
    quality.order_correction(
        effect.case_number, told["demand"], due_on=told["due_on"], by=effect.by, on=effect.on
    )


def report(effect: Effect) -> None:
    """The body tells what it put right."""
    told = effect.move_answers["report"]
    quality.report_correction(effect.case_number, told, on=effect.on)


def confirm(effect: Effect) -> None:
    """It is put right."""
    seen = effect.move_answers["seen"]
    quality.end_measure(
        effect.case_number, Step.CORRECTION, reason=seen, by=effect.by, on=effect.on
    )


def propose(effect: Effect) -> None:
    """What is proposed against the body, and until when it can be heard."""
    told = effect.move_answers
    proposed = quality.Proposed(
        step=told["step"],
        occupation=str(told["occupation"] or ""),
        told=told["grounds"],
        hear_by=told["hear_by"],
        least=least_day("hearing_days", on=effect.on),
    )
    quality.propose(effect.case_number, proposed, by=effect.by, on=effect.on)


def state(effect: Effect) -> None:
    """The body is heard."""
    told = effect.move_answers["statement"]
    quality.state(effect.case_number, told, on=effect.on)


def suspend(effect: Effect) -> None:
    """What the body filed rests."""
    quality.suspend(effect.case_number, reason=grounds_of(effect), by=effect.by, on=effect.on)


def withdraw(effect: Effect) -> None:
    """What the body filed ends."""
    quality.withdraw(effect.case_number, reason=grounds_of(effect), by=effect.by, on=effect.on)


def lift(effect: Effect) -> None:
    """What rested is in force again."""
    why = effect.move_answers["lifted_for"]
    quality.end_measure(effect.case_number, Step.SUSPENSION, reason=why, by=effect.by, on=effect.on)


def grounds_of(effect: Effect) -> str:
    """On what the decision rests, as the deciding officer words it."""
    return str(effect.move_answers["decided_for"])


def least_day(term: str, *, on: date) -> date | None:
    """The last day of a term that begins today; None while it is 待核."""
    return due_after(on, POLICY.value(term, on=on))
