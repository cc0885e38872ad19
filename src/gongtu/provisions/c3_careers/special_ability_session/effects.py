"""What each step of a session writes into the register (Art. 23)."""

from gongtu.engines.casework.declare import Effect
from gongtu.provisions.c3_careers.special_ability_session.rules import POLICY
from gongtu.registers.standards import services as standards


def plan(effect: Effect) -> None:
    """The session stands on record once a filing carries it."""
    told = effect.answers
    standards.plan_ability_session(
        effect.case_number,
        organisation=effect.organisation,
        project=int(told["ability"]),
        place=told["place"],
        planned_on=told["planned_on"],
    )


def enrol(effect: Effect) -> None:
    """The named people are candidates."""
    standards.enrol_in_ability(effect.case_number, effect.move_answers["names"])


def mark(effect: Effect) -> None:
    """Each candidate's mark, and whether they pass under the line of the day of the session."""
    line = POLICY.count("pass_mark", on=effect.answers["planned_on"])
    standards.mark_ability(effect.case_number, effect.move_answers["marks"], pass_mark=line)


def issue(effect: Effect) -> None:
    """Whoever passed holds a signed certificate."""
    standards.issue_ability_certificates(effect.case_number, by=effect.by, on=effect.on)
