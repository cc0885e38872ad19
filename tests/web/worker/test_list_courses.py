"""The courses a worker signed up for, and what became of them."""

from django.urls import reverse

from gongtu.registers.training import services as training
from tests.cast import DAY, Cast
from tests.factories.training import announced

ADDRESS = reverse("worker:list_courses")


def test_a_course_called_off_says_so_to_whoever_had_a_place(cast: Cast) -> None:
    course, wang = announced(cast), cast.client(cast.wang)
    assert "您还没有报名培训" in wang.get(ADDRESS).content.decode()
    training.sign_up(course.pk, by=cast.wang, on=DAY)
    assert "正在报名" in wang.get(ADDRESS).content.decode()

    training.call_off(course.pk, by=cast.school, on=DAY)

    shown = wang.get(ADDRESS).content.decode()
    assert "已取消" in shown
    assert "个名额" not in shown
