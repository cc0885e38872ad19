"""Results on public notice."""

from __future__ import annotations

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Notice
from tests.cast import DAY, FITTER, Cast
from tests.factories.cases import PDF
from tests.factories.sessions import approved
from tests.factories.sittings import move, named
from tests.factories.skills import CHECKED, filing, seasoned

PLAN = {"occupation": FITTER, "grade": "senior", "planned_on": DAY, "place": "实训车间"}


def notices(cast: Cast, count: int) -> list[int]:
    """So many sessions of 甲公司 whose results are on notice; the ids of the notices."""
    if not Notice.objects.exists():
        filing(cast)
        seasoned(cast)
    return [_notice(cast) for _ in range(count)]


def _notice(cast: Cast) -> int:
    case = casework.open_case("grade-assessment", answers=PLAN, by=cast.clerk, on=DAY)
    approved(case, cast.clerk)
    move(case, "enrol", cast.clerk, names="王师傅", declared=CHECKED)
    named(cast, case)
    move(case, "mark", cast.clerk, marks="王师傅 80 82")
    move(case, "publish", cast.clerk)
    return Notice.objects.get(case__number=case.number).pk


def craftsman_notice(cast: Cast) -> int:
    """王师傅 is on the list of craftsmen to be named; the id of the notice."""
    answers = {
        "candidate": str(cast.wang.person),
        "deeds": "改进工装",
        "front_line": True,
        "agreed": True,
        "told_staff": True,
    }
    works = casework.Handed("works", "works.pdf", PDF)
    case = casework.open_case(
        "craftsman-selection", answers=answers, files=[works], by=cast.union, on=DAY
    )
    casework.make_move(case.number, "shortlist", by=cast.federation, on=DAY, reason="事迹突出")
    return Notice.objects.get(case__number=case.number).pk
