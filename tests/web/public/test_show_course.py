"""A worker takes a place with one button, gives it back, and is led to the next when it is full."""

from django.urls import reverse

from gongtu.registers.training import services as training
from tests.cast import DAY, Cast
from tests.factories.training import announced


def test_a_place_is_taken_once_and_given_back(cast: Cast, client) -> None:
    course = announced(cast, places=1)
    address = reverse("public:show_course", args=[course.pk])
    wang, li = cast.client(cast.wang), cast.client(cast.li)

    assert f"next={address}" in client.get(address).content.decode()
    assert "切换为本人身份" in cast.client(cast.clerk).get(address).content.decode()
    assert wang.post(address).status_code == 302
    assert "您已报名" in wang.get(address).content.decode()
    again = wang.post(address, follow=True)
    assert (again.status_code, course.sign_ups.count()) == (200, 1)
    assert "您已经报名这个班" in again.content.decode()

    full = li.post(address)
    assert full.status_code == 422
    assert "名额已经报满" in full.content.decode()
    following = announced(cast, venue="二号楼")
    assert reverse("public:show_course", args=[following.pk]) in li.post(address).content.decode()

    assert wang.post(address, {"act": "withdraw"}).status_code == 302
    assert "没有报名这个班" in wang.post(address, {"act": "withdraw"}).content.decode()
    assert li.post(address).status_code == 302


def test_a_course_called_off_says_so_and_names_nobody(cast: Cast, client) -> None:
    course = announced(cast)
    training.sign_up(course.pk, by=cast.wang, on=DAY)

    training.call_off(course.pk, by=cast.school, on=DAY)

    shown = client.get(reverse("public:show_course", args=[course.pk])).content.decode()
    assert "已取消" in shown
    assert "名额不再保留" in shown
    assert "个名额" not in shown
    mine = cast.client(cast.wang).get(reverse("public:show_course", args=[course.pk]))
    assert "您已报名" not in mine.content.decode()
    assert "王师傅" not in shown
    assert client.get(reverse("public:show_course", args=[999999])).status_code == 404
