"""What each step of an assessment writes into the skills register."""

from gongtu.engines.casework.declare import Effect
from gongtu.provisions.c3_careers.grade_assessment.rules import POLICY
from gongtu.registers.ladder import services as ladder
from gongtu.registers.skills import services as skills


def plan_session(effect: Effect) -> None:
    """The session stands in the register once its plan lies within a filing."""
    plan = effect.answers
    skills.plan_session(
        effect.case_number,
        organisation=effect.organisation,
        occupation=str(plan["occupation"]),
        grade=plan["grade"],
        place=plan["place"],
        on=plan["planned_on"],
    )


def list_candidates(effect: Effect) -> None:
    """The named employees are candidates, once the ladder lets each of them apply."""
    plan, told = effect.answers, effect.move_answers
    people = skills.named_in(effect.case_number, told["names"], on=effect.on)
    ladder.require_open(
        people,
        str(plan["occupation"]),
        plan["grade"],
        declared=bool(told["declared"]),
        on=effect.on,
    )
    skills.enter_candidates(effect.case_number, people)


def enter_marks(effect: Effect) -> None:
    """Each candidate's marks, and whether they pass under the line of the day of the sitting."""
    line = POLICY.count("pass_mark", on=effect.answers["planned_on"])
    skills.mark_in(effect.case_number, effect.move_answers["marks"], pass_mark=line)


def judge_marks(effect: Effect) -> None:
    """Marks that came by file are judged under the line of the day of the sitting."""
    line = POLICY.count("pass_mark", on=effect.answers["planned_on"])
    skills.judge_marks(effect.case_number, pass_mark=line)


def issue_certificates(effect: Effect) -> None:
    """Whoever passed holds a signed certificate."""
    skills.issue_certificates(effect.case_number, by=effect.by, on=effect.on)


def cancel_session(effect: Effect) -> None:
    """The enterprise gave the session up."""
    skills.cancel_session(effect.case_number)


def stop_session(effect: Effect) -> None:
    """The department stopped the session."""
    skills.stop_session(effect.case_number)
