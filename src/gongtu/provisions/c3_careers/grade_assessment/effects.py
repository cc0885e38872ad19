"""What each step of an assessment writes into the skills register."""

from decimal import Decimal

from gongtu.engines.casework.declare import Effect
from gongtu.provisions.c3_careers.grade_assessment.rules import POLICY
from gongtu.registers.ladder import services as ladder
from gongtu.registers.sittings import services as sittings
from gongtu.registers.skills import services as skills
from gongtu.registers.standards import services as standards


def plan_session(effect: Effect) -> None:
    """The session stands in the register with its standard once its plan is approved."""
    plan = effect.answers
    session = skills.plan_session(
        effect.case_number,
        organisation=effect.organisation,
        occupation=str(plan["occupation"]),
        grade=plan["grade"],
        place=plan["place"],
        on=plan["planned_on"],
    )
    if direction := plan["direction"]:
        skills.name_direction(session, direction)
    standards.record_uses([session])


def arrange_sitting(effect: Effect) -> None:
    """How many examine and how much is marked again stands, and binds from now on."""
    told, day = effect.move_answers, effect.answers["planned_on"]
    percent = told["sample_percent"]
    own = sittings.Wanted(told["examiners"], None if percent is None else Decimal(percent))
    rule = sittings.Wanted(
        POLICY.count("examiners_required", on=day), POLICY.rate("sample_percent", on=day)
    )
    sittings.arrange(effect.case_number, own=own, rule=rule, on=effect.on)


def draw_examiners(effect: Effect) -> None:
    """Examiners without a part in the matter are drawn by a published seed."""
    sittings.draw_examiners(effect.case_number, by=effect.by, on=effect.on)


def name_examiners(effect: Effect) -> None:
    """Who examines or examined, where nobody is drawn, is named by the assessor."""
    numbers = effect.move_answers["numbers"]
    sittings.name_examiners(effect.case_number, numbers, by=effect.by, on=effect.on)


def open_seats(effect: Effect) -> None:
    """Workers register themselves from now on, as long as there are seats."""
    sittings.open_seats(effect.case_number, effect.move_answers["rooms"], on=effect.on)


def draw_seats(effect: Effect) -> None:
    """Each candidate's room and seat is drawn by a published seed; nobody registers any more."""
    sittings.draw_seats(effect.case_number, by=effect.by, on=effect.on)


def stand_down(effect: Effect) -> None:
    """An examiner does not examine after all, and why."""
    told = effect.move_answers
    sittings.stand_down(
        effect.case_number, told["examiner"], reason=told["why"], by=effect.by, on=effect.on
    )


def list_candidates(effect: Effect) -> None:
    """Whoever is named is a candidate, once the ladder lets each of them apply."""
    plan, told = effect.answers, effect.move_answers
    people = skills.named_in(effect.case_number, told["names"], on=effect.on)
    declared = str(told["declared"] or "").strip()
    ladder.require_open(
        people,
        str(plan["occupation"]),
        plan["grade"],
        declared=bool(declared),
        on=effect.on,
    )
    sittings.enlist(effect.case_number, people, declared=declared, on=effect.on)


def enter_marks(effect: Effect) -> None:
    """Each candidate's marks, and whether they pass under the line of the day of the sitting.

    In an arranged session it is one entry of two, and settles only what the other agrees with.
    """
    number, text, line = effect.case_number, effect.move_answers["marks"], line_of(effect)
    if effect.known["Sitting.arranged"].value:
        sittings.enter_marks(number, text, line=line, by=effect.by, on=effect.on)
    else:
        skills.mark_in(number, text, pass_mark=line.pass_mark)


def line_of(effect: Effect) -> sittings.Line:
    """What marks are judged by on the day of the sitting."""
    day = effect.answers["planned_on"]
    return sittings.Line(POLICY.count("pass_mark", on=day), POLICY.count("mark_tolerance", on=day))


def draw_sample(effect: Effect) -> None:
    """Whose marks are looked at again is drawn by a published seed."""
    sittings.draw_sample(effect.case_number, by=effect.by, on=effect.on)


def enter_reviews(effect: Effect) -> None:
    """What the second marking found counts; what stood before is kept."""
    told = effect.move_answers["reviews"]
    sittings.enter_reviews(
        effect.case_number, told, line=line_of(effect), by=effect.by, on=effect.on
    )


def note_incident(effect: Effect) -> None:
    """What happened stands in the record of the session, for supervisors too."""
    told = effect.move_answers
    happening = sittings.Happening(
        told["kind"], told["told"], told["happened_on"], told["concerned"] or ""
    )
    sittings.note_incident(effect.case_number, happening, by=effect.by, on=effect.on)


def judge_marks(effect: Effect) -> None:
    """Marks that came by file are judged under the line of the day of the sitting."""
    line = POLICY.count("pass_mark", on=effect.answers["planned_on"])
    skills.judge_marks(effect.case_number, pass_mark=line)


def issue_certificates(effect: Effect) -> None:
    """Whoever passed holds a signed certificate."""
    skills.issue_certificates(effect.case_number, by=effect.by, on=effect.on)


def cancel_session(effect: Effect) -> None:
    """The assessor gave the session up; its examiners and candidates are told."""
    skills.cancel_session(effect.case_number)
    sittings.tell_called_off(effect.case_number, on=effect.on)


def stop_session(effect: Effect) -> None:
    """The department stopped the session; its examiners and candidates are told."""
    skills.stop_session(effect.case_number)
    sittings.tell_called_off(effect.case_number, on=effect.on)
