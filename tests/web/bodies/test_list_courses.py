"""Whoever trains announces a course to come."""

from dataclasses import asdict

from django.urls import reverse

from gongtu.parties.roles import INDUSTRY, PROVIDER
from gongtu.registers.training.models import Announcement
from tests.cast import Cast, appoint
from tests.factories.training import COMING

ADDRESS = reverse("bodies:list_courses")
TOLD = {**asdict(COMING), "grade": COMING.grade.value}


def test_an_enterprise_and_a_provider_announce_under_their_own_home(cast: Cast) -> None:
    for by, home in (
        (cast.clerk, "企业主页"),
        (appoint("高经办", 21, PROVIDER, cast.district), "培训机构主页"),
    ):
        client = cast.client(by)
        assert home in client.get(ADDRESS).content.decode()
        assert client.post(ADDRESS, TOLD).status_code == 302
    assert (
        reverse("bodies:list_courses")
        in cast.client(cast.clerk).get(reverse("enterprise:show_home")).content.decode()
    )
    assert Announcement.objects.count() == 2
    refused = cast.client(appoint("徐经办", 22, INDUSTRY, cast.district)).get(ADDRESS)
    assert refused.status_code == 403
    assert "企业、院校和职业培训机构" in refused.content.decode()


def test_a_course_is_announced_once_and_wrong_days_are_told(cast: Cast) -> None:
    school = cast.client(cast.school)
    assert "还没有公布培训班" in school.get(ADDRESS).content.decode()
    wrong = school.post(ADDRESS, {**TOLD, "sign_up_until": "2026-10-02", "occupation": "9"})
    assert wrong.status_code == 422
    assert "开班日期不能早于报名截止日期" in wrong.content.decode()
    assert "没有代码为9的职业" in wrong.content.decode()
    assert "autofocus" in wrong.content.decode()  # below a long list: the reader is led there

    for _again in range(2):
        assert school.post(ADDRESS, TOLD).status_code == 302

    assert Announcement.objects.count() == 1
    assert "装配钳工" in school.get(ADDRESS).content.decode()
