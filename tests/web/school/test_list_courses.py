"""A school announces a course to come."""

from dataclasses import asdict

from django.urls import reverse

from gongtu.registers.training.models import Announcement
from tests.cast import Cast
from tests.factories.training import COMING

ADDRESS = reverse("school:list_courses")
TOLD = {**asdict(COMING), "grade": COMING.grade.value}


def test_a_course_is_announced_once_and_wrong_days_are_told(cast: Cast) -> None:
    school = cast.client(cast.school)
    assert "还没有公布培训班" in school.get(ADDRESS).content.decode()
    wrong = school.post(ADDRESS, {**TOLD, "sign_up_until": "2026-10-02", "occupation": "9"})
    assert wrong.status_code == 422
    assert "开班日期不能早于报名截止日期" in wrong.content.decode()
    assert "没有代码为9的职业" in wrong.content.decode()

    for _again in range(2):
        assert school.post(ADDRESS, TOLD).status_code == 302

    assert Announcement.objects.count() == 1
    assert "装配钳工" in school.get(ADDRESS).content.decode()
