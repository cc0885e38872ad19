"""A worker takes a seat on one page, gives it back, and is told where they cannot."""

from django.urls import reverse

from tests.cast import Cast
from tests.factories import skills
from tests.factories.sessions import planned
from tests.factories.sittings import move

ADDRESS = reverse("worker:list_sessions")


def test_what_is_not_known_leads_to_the_employer(cast: Cast) -> None:
    skills.filing(cast)
    skills.seasoned(cast)
    case = planned(cast)
    move(case, "arrange", cast.clerk, examiners=1, sample_percent=0)
    move(case, "open_up", cast.clerk, rooms="一号机房 5")
    wang = cast.client(cast.wang)

    shown = wang.get(ADDRESS).content.decode()
    answer = wang.post(ADDRESS, {"number": case.number})

    assert "还有5个座位" in shown
    assert "尚不能确定" in shown
    assert answer.status_code == 422
    assert "请所在单位核对后为您录入" in answer.content.decode()


def test_an_enrolled_worker_sees_it_and_gives_the_seat_back(cast: Cast) -> None:
    skills.filing(cast)
    skills.seasoned(cast)
    case = planned(cast)
    move(case, "arrange", cast.clerk, examiners=1, sample_percent=0)
    move(case, "open_up", cast.clerk, rooms="一号机房 5")
    move(case, "enrol", cast.clerk, names="王师傅", declared=skills.CHECKED)
    wang = cast.client(cast.wang)

    assert "退出报名" in wang.get(ADDRESS).content.decode()
    told = wang.post(ADDRESS, {"number": case.number, "act": "give"}, follow=True).content.decode()

    assert "已退出报名" in told
    assert "还没有报名或者参加过评价" in told
