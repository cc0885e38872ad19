"""One's own map of careers by API."""

from datetime import date

from gongtu.engines.casework.services import make_move
from gongtu.parties.models import Membership
from gongtu.registers.skills.choices import Grade
from tests.api.conftest import ROOT
from tests.api.test_ladder import worded
from tests.cast import DAY, FITTER
from tests.factories.apprentices import apprentice
from tests.factories.skills import certificate

MINE = f"{ROOT}/me/careers/{FITTER}"


def test_worker_reads_goals_ways_and_what_they_assume(cast):
    worded("2023")
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER)
    certificate(cast, grade=Grade.SENIOR, issued_on=date(2024, 3, 1))

    told = cast.client(cast.wang).get(MINE, {"goal": "title-assistant"}).json()

    soonest = {one["goal"]: one["soonest"] for one in told["goals"]}
    assert soonest["grade-technician"] == "2029-03-01"
    (route,) = told["routes"]
    assert route["best_by"] == ["quickest", "cheapest", "surest"]
    assert (route["assumes"], route["unknown_fees"]) == (
        ["years-unconfirmed", "on-line"],
        1,
    )
    assert route["legs"][0]["rule"] == "title-assistant"
    assert told["doubts"] == []


def test_finished_apprenticeship_is_a_fact_and_not_assumed(cast):
    worded("2018")
    since = date(2026, 1, 5)
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER, since=since)
    case = apprentice(cast)

    def assumed():
        told = cast.client(cast.wang).get(MINE, {"goal": "grade-junior"}).json()
        return next(one["assumes"] for one in told["routes"] if "quickest" in one["best_by"])

    assert assumed() == ["apprenticed"]
    make_move(case.number, "finish", by=cast.clerk, on=DAY)
    assert assumed() == []


def test_diploma_too_far_ahead_is_refused_and_nobody_reads_anothers(cast):
    worded("2023")
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER)
    asked = {"schooling": "college", "by": "2040-01-01"}

    assert cast.client(cast.wang).get(MINE, asked).status_code == 422
    assert cast.client(cast.clerk).get(MINE).status_code == 403
