"""The ladder by API: of an occupation for anybody, and one's own."""

from datetime import date

from gongtu.parties.models import Membership
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.skills.choices import Grade
from tests.api.conftest import ROOT
from tests.cast import FITTER
from tests.factories.skills import certificate

MINE = f"{ROOT}/me/ladder"


def worded(edition):
    StandardWording.objects.create(
        occupation_id=FITTER, wording=edition, since=date(2020, 1, 1), standard="装配钳工标准",
        source="测试", confidence="high",
    )  # fmt: skip


def test_anybody_reads_the_ladder_of_an_occupation_in_its_wording(client, cast):
    worded("2018")

    told = client.get(f"{ROOT}/occupations/{FITTER}").json()

    assert told["wording"]["wording"] == "2018"
    technician = next(rung for rung in told["ladder"] if rung["grade"] == "technician")
    assert {option["wording"] for option in technician["options"]} == {"2018"}
    first = technician["options"][0]
    (years,) = [number for asked in first["conditions"] for number in asked["numbers"]]
    assert (first["rule"], years["value"], years["confidence"]) == (
        "ladder-2018-technician-1", 4, "high",
    )  # fmt: skip


def test_unconfirmed_wording_lists_both(client, cast):
    told = client.get(f"{ROOT}/occupations/{FITTER}").json()

    assert told["wording"] is None
    options = [option for rung in told["ladder"] for option in rung["options"]]
    assert {option["wording"] for option in options} == {"2018", "2023"}


def test_unknown_occupation_is_not_there(client, db):
    assert client.get(f"{ROOT}/occupations/0-00").status_code == 404


def test_worker_reads_the_nearest_way_and_its_day(cast):
    worded("2023")
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER)
    certificate(cast, grade=Grade.SENIOR, issued_on=date(2024, 3, 1))

    (mine,) = cast.client(cast.wang).get(MINE).json()

    assert (mine["occupation"], mine["held"]) == (FITTER, "senior")
    technician = mine["steps"][0]
    nearest = technician["ways"][0]
    assert (technician["open"], nearest["rule"], nearest["nearest"]) == (
        False, "ladder-2023-technician-1", "2029-03-01",
    )  # fmt: skip


def test_it_is_the_workers_own(cast):
    assert cast.client(cast.clerk).get(MINE).status_code == 403
