"""Cases from before whoever assesses had a seat of its own go on where they stood."""

from importlib import import_module

import pytest
from django.apps import apps

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case, CaseParty, Letter
from gongtu.engines.casework.refusals import WrongHands
from tests.cast import DAY, Cast
from tests.factories import sessions, skills
from tests.factories.sittings import examined

MIGRATION = import_module("gongtu.registers.skills.migrations.0015_assessors_have_a_seat")


def seats(case: Case) -> set[str]:
    return set(CaseParty.objects.filter(case=case).values_list("role", flat=True))


def test_an_old_session_is_held_on_and_its_letter_finds_whom_it_went_to(cast: Cast) -> None:
    skills.filing(cast)
    case, stopped = examined(cast), sessions.planned(cast)
    casework.make_move(stopped.number, "stop", by=cast.liu, on=DAY, reason="考评人员不足。")
    MIGRATION.put_back(apps, None)
    with pytest.raises(WrongHands):
        casework.make_move(case.number, "mark", by=cast.clerk, on=DAY)

    MIGRATION.seat(apps, None)

    case.refresh_from_db()
    assert (case.opener_role, case.holder_role) == ("assessor", "assessor")
    assert seats(case) == {"assessor", "hrss"}
    assert Letter.objects.get().to_role == "assessor"
    told = {"marks": "王师傅 88 91\n小李 80 80"}
    assert casework.make_move(case.number, "mark", answers=told, by=cast.clerk, on=DAY)


def test_other_cases_keep_their_seats(cast: Cast) -> None:
    told = {
        "enterprise": str(cast.bodies["works"].pk), "breach": "wages",
        "found_on": DAY.isoformat(), "found": "加班工资没有支付。",
    }  # fmt: skip
    case = casework.open_case("union-supervision", answers=told, by=cast.union, on=DAY)
    before = seats(case)

    MIGRATION.seat(apps, None)

    assert "enterprise" in before
    assert seats(case) == before
