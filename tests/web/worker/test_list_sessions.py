"""A worker takes a seat on one page, gives it back, and is told where they cannot."""

from django.urls import reverse

from tests.cast import Cast
from tests.factories import skills
from tests.factories.sessions import enrolled, planned
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


def test_a_result_on_notice_is_appealed_against_with_what_is_on_record(cast: Cast) -> None:
    skills.filing(cast)
    skills.seasoned(cast)
    case = enrolled(cast)
    move(case, "mark", cast.clerk, marks="王师傅 59 90\n小李 80 80")
    move(case, "publish", cast.clerk)
    wang = cast.client(cast.wang)

    assert "申诉成绩" in wang.get(ADDRESS).content.decode()
    form = wang.post(reverse("worker:appeal_result", args=[case.number]), follow=True)

    assert form.redirect_chain[-1][0].endswith("/result-appeal/")
    assert case.number in form.content.decode()
    assert "甲公司" in form.content.decode()
