"""Assessment sessions of 甲公司, as far as a test needs them."""

from __future__ import annotations

from datetime import date

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from tests.cast import DAY, FITTER, Cast
from tests.factories import skills


def planned(cast: Cast, planned_on: date = DAY, grade: str = "senior") -> Case:
    """A session of fitters, for 高级工 unless told, in the plan; 甲公司 must have its filing."""
    answers = {
        "occupation": FITTER, "grade": grade, "planned_on": planned_on, "place": "一号车间",
    }  # fmt: skip
    case = casework.open_case("grade-assessment", answers=answers, by=cast.clerk, on=DAY)
    return casework.make_move(case.number, "confirm", by=cast.clerk, on=DAY)


def enrolled(cast: Cast, planned_on: date = DAY) -> Case:
    """王师傅 and 小李 sit."""
    skills.seasoned(cast)
    case = planned(cast, planned_on)
    return casework.make_move(
        case.number,
        "enrol",
        by=cast.clerk,
        on=DAY,
        answers={"names": "王师傅\n小李", "declared": skills.CHECKED},
    )
