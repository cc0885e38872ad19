"""A worker sees of each grade above what holds, what is missing, and from which day it holds."""

from datetime import date

from django.urls import reverse

from gongtu.engines.casework.services import make_move
from gongtu.parties.models import Membership
from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.ladder.queries import standings_of
from gongtu.registers.skills.choices import Grade
from tests.cast import DAY, FITTER, Cast
from tests.factories.apprentices import apprentice
from tests.factories.skills import certificate

ADDRESS = reverse("worker:show_ladder")


def shown(cast: Cast) -> str:
    return str(cast.client(cast.wang).get(ADDRESS).content.decode())


def senior_fitter(cast: Cast) -> None:
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER)
    certificate(cast, grade=Grade.SENIOR, issued_on=date(2024, 3, 1))


def worded(edition: str) -> None:
    StandardWording.objects.create(
        occupation_id=FITTER, wording=edition, since=date(2020, 1, 1), standard="装配钳工标准",
        source="测试", confidence="high",
    )  # fmt: skip


def test_senior_worker_sees_what_the_technician_still_asks_and_when_it_holds(cast: Cast) -> None:
    senior_fitter(cast)
    worded("2023")

    page = shown(cast)

    assert "现有等级：三级/高级工" in page
    assert "1/2项条件符合" in page
    assert "取得三级/高级工后，累计工作满规定年数" in page
    assert "最早 2029年3月1日 符合" in page
    assert "ladder-2023-technician-1" in page
    assert "还差2年6个月，一直工作的话2029年3月1日符合" in page


def test_a_count_that_waits_on_something_else_names_no_day(cast: Cast) -> None:
    senior_fitter(cast)
    worded("2023")

    top = shown(cast).partition("一级/高级技师")[2]

    assert "还差5年）" in top


def test_unconfirmed_wording_is_never_chosen_silently(cast: Cast) -> None:
    senior_fitter(cast)

    page = shown(cast)

    assert "没有确认依据，两版都列出" in page
    assert "按2018年版尚不符合" in page
    assert "最早 2" not in page


def test_apprenticeship_is_read_from_the_record_or_says_whom_to_ask(cast: Cast) -> None:
    since = date(2026, 1, 5)
    Membership.objects.filter(person=cast.wang.person).update(occupation=FITTER, since=since)
    worded("2018")

    assert "已经期满而没有登记的，请带教的用人单位登记学徒培养。" in shown(cast)
    assert junior_is_open(cast) is None
    case = apprentice(cast, until=DAY.isoformat())
    assert junior_is_open(cast) is False
    make_move(case.number, "finish", by=cast.clerk, on=DAY)
    assert junior_is_open(cast) is True


def junior_is_open(cast: Cast) -> bool | None:
    assert cast.wang.person is not None
    return standings_of(cast.wang.person, on=DAY)[0].steps[0].is_open


def test_home_leads_there(cast: Cast) -> None:
    assert ADDRESS in cast.client(cast.wang).get(reverse("worker:show_home")).content.decode()


def test_who_has_no_occupation_on_record_is_told_what_to_do(cast: Cast) -> None:
    assert "没有登记您的职业" in shown(cast)


def test_whoever_stands_at_the_top_is_told_so(cast: Cast) -> None:
    certificate(cast, grade=Grade.SENIOR_TECHNICIAN, issued_on=date(2024, 3, 1))

    assert "评价的等级已经到顶" in shown(cast)


def test_it_is_the_workers_own(cast: Cast) -> None:
    assert cast.client(cast.clerk).get(ADDRESS).status_code == 403
