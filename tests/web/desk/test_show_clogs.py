"""An officer sees in which occupation and on which condition people wait; small numbers not."""

from django.urls import reverse

from gongtu.parties.models import Division, Membership
from gongtu.registers.ladder.models import Waiters
from gongtu.registers.ladder.services import count_waiters
from gongtu.registers.skills.choices import Grade
from tests.cast import DAY, FITTER, Cast, hire
from tests.factories.sessions import planned
from tests.factories.skills import certificate, filing
from tests.factories.training import announced

LIST, FITTERS = reverse("desk:list_clogs"), reverse("desk:show_clogs", args=[FITTER])


def shown(cast: Cast, address: str) -> str:
    return str(cast.client(cast.liu).get(address).content.decode())


def test_occupation_leads_to_its_conditions(cast: Cast) -> None:
    assert "还没有汇总" in shown(cast, LIST)
    for serial in range(60, 64):
        hire("钳工", serial, cast.bodies["works"])
    Membership.objects.filter(kind="employment").update(occupation=FITTER)
    count_waiters(on=DAY)

    assert FITTERS in shown(cast, LIST)
    assert "6人在等" in shown(cast, LIST)
    page = shown(cast, FITTERS)
    assert all(part in page for part in ("等着取得初级工", "6人", "待核", "没有培训班在报名"))
    assert cast.client(cast.liu).get(reverse("desk:show_clogs", args=["0-0"])).status_code == 404


def test_most_is_named_at_once_and_few_are_not_told(cast: Cast) -> None:
    for serial in range(60, 64):
        hire("钳工", serial, cast.bodies["works"])
    Membership.objects.filter(kind="employment").update(occupation=FITTER)
    certificate(cast, grade=Grade.SENIOR)
    count_waiters(on=DAY)

    assert "最多的一处：5人等着取得初级工" in shown(cast, LIST)
    page = shown(cast, FITTERS)
    assert "等着取得技师" in page
    assert "人数过少，不显示" in page


def test_what_is_on_offer_stands_beside_it(cast: Cast) -> None:
    for serial in range(60, 64):
        hire("钳工", serial, cast.bodies["works"])
    Membership.objects.filter(kind="employment").update(occupation=FITTER)
    count_waiters(on=DAY)
    announced(cast, grade=Grade.JUNIOR)
    filing(cast)
    planned(cast, grade="junior", planned_on=DAY)

    page = shown(cast, FITTERS)

    assert "1个培训班在报名，还有9个名额" in page
    assert "计划了1场评价，开放报名的还有0个座位" in page


def test_the_city_sees_in_which_district_they_wait(cast: Cast) -> None:
    city = cast.district.parent
    Division.objects.create(code="370203", name="市北区", level="district", parent=city)
    counts = {"370202": 12, "370203": 30}
    Waiters.objects.bulk_create(
        Waiters(division=place, occupation_id=FITTER, grade="junior", wait="assessment",
                rule="ladder-2018-junior-1", people=people, counted_on=DAY)
        for place, people in counts.items()
    )  # fmt: skip

    page = cast.client(cast.zheng).get(FITTERS).content.decode()

    assert "在哪个区（市）等" in page
    assert page.index("30人</span>") < page.index("12人</span>")
    assert "在哪个区（市）等" not in shown(cast, FITTERS)
