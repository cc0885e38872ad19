"""The map of careers: the ladder of grades, the bridges to titles, and courses of study.

Ways to a grade, a title on the way to a grade included, are the options of the ladder as they
stand. Here stand the bridges from grades to titles (Art. 24), the courses, and what steps cost.
"""

from datetime import date

from gongtu.base.money import Yuan
from gongtu.engines.pathways.declare import Move
from gongtu.policy import Policy
from gongtu.provisions.c3_careers.career_map.records import gains_of, start_of
from gongtu.registers.ladder.declare import GRADE, TITLE, Bridge, Careers, Course
from gongtu.registers.skills.choices import Grade
from gongtu.registers.titles.choices import TitleLevel

POLICY = Policy.beside(__file__)

BRIDGES = (
    Bridge("title-assistant", Grade.SENIOR, TitleLevel.ASSISTANT, "years_to_assistant"),
    Bridge(
        "title-intermediate", Grade.TECHNICIAN, TitleLevel.INTERMEDIATE, "years_to_intermediate"
    ),
    Bridge(
        "title-associate-senior",
        Grade.SENIOR_TECHNICIAN,
        TitleLevel.ASSOCIATE_SENIOR,
        "years_to_associate_senior",
    ),
)
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
    bridges=BRIDGES,
    courses=COURSES,
    start=start_of,
    fee=fee_of,
    gains=gains_of,
)
