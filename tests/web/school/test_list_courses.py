"""A school announces a course, reads who signed up, and starts it or calls it off."""

from dataclasses import asdict
from datetime import timedelta

from django.urls import reverse

from gongtu.registers.training import services as training
from gongtu.registers.training.models import Announcement, Trainee
from tests.cast import DAY, Cast
from tests.factories.training import COMING, announced

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


def test_a_course_starts_on_its_day_with_whoever_signed_up(cast: Cast) -> None:
    course = announced(cast, starts_on=DAY, sign_up_until=DAY)
    off = announced(cast, starts_on=DAY + timedelta(days=9), sign_up_until=DAY)
    address = reverse("school:show_course", args=[course.pk])
    school = cast.client(cast.school)
    assert "还没有人报名" in school.get(address).content.decode()
    assert "没有人报名，不能开班" in school.post(address, {"act": "start"}).content.decode()
    training.sign_up(course.pk, by=cast.wang, on=DAY)
    assert "王师傅" in school.get(address).content.decode()

    assert school.post(address, {"act": "start"}).status_code == 302

    assert "已开班" in school.get(address).content.decode()
    assert "已经开班" in school.post(address, {"act": "start"}).content.decode()
    assert Trainee.objects.get().person == cast.person(cast.wang)
    ended = reverse("school:show_course", args=[off.pk])
    assert school.post(ended, {"act": "call-off"}).status_code == 302
    assert "已取消" in school.get(ended).content.decode()
