"""A worker takes a seat on one page, gives it back, and is told where they cannot."""

from django.urls import reverse

from gongtu.registers.ladder.models import StandardWording
from gongtu.registers.skills.models import Candidate, Occupation
from tests.cast import DAY, FITTER, FOUNDED, Cast
from tests.factories import skills, social
from tests.factories.sessions import planned
from tests.factories.sittings import move, on_notice
from tests.web.costs import queries_of

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
    assert "请该单位核对后为您录入" in answer.content.decode()


def test_an_enrolled_worker_sees_it_and_gives_the_seat_back(cast: Cast) -> None:
    skills.filing(cast)
    skills.seasoned(cast)
    case = planned(cast)
    move(case, "arrange", cast.clerk, examiners=1, sample_percent=0)
    move(case, "open_up", cast.clerk, rooms="一号机房 5")
    move(case, "enrol", cast.clerk, names="王师傅", declared=skills.CHECKED)
    wang = cast.client(cast.wang)

    assert "退出报名" in wang.get(ADDRESS).content.decode()
    again = wang.post(ADDRESS, {"number": case.number}, follow=True)
    assert (again.status_code, Candidate.objects.count()) == (200, 1)
    assert "您已经在本场考生名单中" in again.content.decode()
    told = wang.post(ADDRESS, {"number": case.number, "act": "give"}, follow=True).content.decode()

    assert "已退出报名" in told
    assert "还没有报名或者参加过评价" in told


def test_a_result_on_notice_is_appealed_against_with_what_is_on_record(cast: Cast) -> None:
    skills.filing(cast)
    skills.seasoned(cast)
    case = on_notice(cast, "王师傅 59 90\n小李 80 80")
    wang = cast.client(cast.wang)

    assert "申诉成绩" in wang.get(ADDRESS).content.decode()
    form = wang.post(reverse("worker:appeal_result", args=[case.number]), follow=True)

    assert form.redirect_chain[-1][0].endswith("/result-appeal/")
    assert case.number in form.content.decode()
    assert "甲公司" in form.content.decode()


def test_a_session_for_anybody_is_registered_for_by_who_works_elsewhere(cast: Cast) -> None:
    skills.seasoned(cast)
    StandardWording.objects.create(
        occupation_id=FITTER, since=FOUNDED, wording="2023", source="标准"
    )
    case = social.registering(social.filed(cast))
    wang, stranger = cast.client(cast.wang), cast.client(cast.stranger)

    shown = wang.get(ADDRESS).content.decode()
    told = wang.post(ADDRESS, {"number": case.number}, follow=True).content.decode()
    refused = stranger.post(ADDRESS, {"number": case.number})

    assert "面向社会" in shown
    assert "可以申报" in shown
    assert "报名成功" in told
    assert "尚不符合" in stranger.get(ADDRESS).content.decode()
    assert refused.status_code == 422
    assert "外人不符合三级/高级工的申报条件" in refused.content.decode()


def test_many_sessions_cost_as_much_as_two(cast: Cast) -> None:
    clerk = social.filed(cast)
    skills.seasoned(cast)
    wang = cast.client(cast.wang)
    for grade in ("junior", "senior"):
        sat, _other = (social.registering(clerk, grade=grade) for _ in range(2))
        move(sat, "enrol", clerk, names=social.WANG, declared=skills.CHECKED)
    few = queries_of(wang, ADDRESS)
    Occupation.objects.create(code="6-20-01-02", name="工具钳工")
    skills.filing_of(cast, "social", social.SITE, "6-20-01-02")
    for grade in ("junior", "intermediate", "senior", "technician"):
        social.registering(clerk, grade=grade, occupation="6-20-01-02")
        sat = social.registering(clerk, planned_on=DAY.replace(day=20), grade="intermediate")
        move(sat, "enrol", clerk, names=social.WANG, declared=skills.CHECKED)
        move(sat, "seat", clerk)
        move(sat, "cancel", clerk)

    assert "已报另一场" in wang.get(ADDRESS).content.decode()
    assert queries_of(wang, ADDRESS) == few
