"""甲评价中心, a social body: filed for fitters, with a session for anybody."""

from __future__ import annotations

from datetime import date
from typing import Any

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.parties.capacity import Capacity
from gongtu.parties.queries import get_organisation
from gongtu.parties.roles import ASSESSOR
from tests.cast import DAY, FITTER, Cast, appoint, id_number
from tests.factories import skills
from tests.factories.sessions import approved
from tests.factories.sittings import move

SITE = "030001"
PREFIX = f"S000037{SITE}"
WANG, LI = f"王师傅 {id_number(1)}", f"小李 {id_number(2)}"


def founded(cast: Cast, serial: int = 25) -> Capacity:
    """Its clerk; it stands among the cast's bodies as `social`."""
    clerk = appoint("陆经办", serial, ASSESSOR, cast.district)
    cast.bodies["social"] = get_organisation(clerk.organisation or 0)
    return clerk


def filed(cast: Cast) -> Capacity:
    """It may assess fitters up to 技师."""
    clerk = founded(cast)
    skills.filing_of(cast, "social", SITE)
    return clerk


def planned(
    clerk: Capacity, planned_on: date = DAY, grade: str = "senior", occupation: str = FITTER
) -> Case:
    """A session of fitters, for 高级工 unless told, in the plan."""
    answers = {
        "occupation": occupation, "grade": grade, "planned_on": planned_on, "place": "一号考场",
    }  # fmt: skip
    case = casework.open_case("grade-assessment", answers=answers, by=clerk, on=DAY)
    return approved(case, clerk)


def registering(clerk: Capacity, seats: int = 5, **plan: Any) -> Case:
    """A session with seats for whoever registers."""
    case = planned(clerk, **plan)
    move(case, "arrange", clerk, examiners=1, sample_percent=0)
    return move(case, "open_up", clerk, rooms=f"一号机房 {seats}")
