"""Whoever trains reads who signed up for their course, and starts it or calls it off."""

from datetime import timedelta

from django.urls import reverse

from gongtu.registers.training import services as training
from gongtu.registers.training.models import Trainee
from tests.cast import DAY, Cast
from tests.factories.training import announced


def test_a_course_starts_on_its_day_with_whoever_signed_up(cast: Cast) -> None:
    course = announced(cast, starts_on=DAY, sign_up_until=DAY)
    off = announced(cast, starts_on=DAY + timedelta(days=9), sign_up_until=DAY)
    address = reverse("bodies:show_course", args=[course.pk])
    school = cast.client(cast.school)
    assert "还没有人报名" in school.get(address).content.decode()
    assert "没有人报名，不能开班" in school.post(address, {"act": "start"}).content.decode()
    training.sign_up(course.pk, by=cast.wang, on=DAY)
    assert "王师傅" in school.get(address).content.decode()

    assert school.post(address, {"act": "start"}).status_code == 302

    assert "已开班" in school.get(address).content.decode()
    assert school.post(address, {"act": "start"}).status_code == 302
    assert "已经开班" in school.post(address, {"act": "call-off"}).content.decode()
    assert Trainee.objects.get().person == cast.person(cast.wang)
    ended = reverse("bodies:show_course", args=[off.pk])
    assert school.post(ended, {"act": "call-off"}).status_code == 302
    assert "已取消" in school.get(ended).content.decode()
    assert school.post(ended, {"act": "call-off"}).status_code == 302
    assert "已经取消" in school.post(ended, {"act": "start"}).content.decode()
    assert cast.client(cast.clerk).get(ended).status_code == 403
