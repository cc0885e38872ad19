"""The map of careers: the ladder of grades, the bridges to titles, and courses of study.

Ways to a grade are the options of the ladder as they stand, ways to a title the bridges as the
application for titles declares them. Here stand the courses, and what steps cost.
"""

from datetime import date

from gongtu.base.money import Yuan
from gongtu.engines.pathways.declare import Move
from gongtu.policy import Policy
from gongtu.provisions.c3_careers.career_map.records import gains_of, starts_of
from gongtu.registers.ladder.declare import GRADE, TITLE, Careers, Course

POLICY = Policy.beside(__file__)

COURSES = (
    Course("secondary", "none", "secondary", "years_of_secondary_study"),
    Course("college", "secondary", "college", "years_of_college_study"),
)


def fee_of(move: Move, on: date) -> Yuan | None:
    """What the step costs whoever takes it; None while it is 待核."""
    if move.track == GRADE:
        return POLICY.yuan("assessment_fee", on=on, row=move.target)
    if move.track == TITLE:
        return POLICY.yuan("title_review_fee", on=on)
    step, _, course = move.key.partition("-")
    return POLICY.yuan("tuition", on=on, row=course) if step == "begin" else Yuan(0)


CAREERS = Careers(
    policy=POLICY,
    courses=COURSES,
    starts=starts_of,
    fee=fee_of,
    gains=gains_of,
)
