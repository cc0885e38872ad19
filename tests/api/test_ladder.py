"""One's own ladder by API."""

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
    full = {one["key"]: one["full_on"] for one in nearest["conditions"]}
    assert full == {"senior": None, "years-after-senior": "2029-03-01"}


def test_it_is_the_workers_own(cast):
    assert cast.client(cast.clerk).get(MINE).status_code == 403
