"""A notice shows results without full names, and takes objections from anybody."""

from django.test import Client
from django.urls import reverse

from gongtu.engines.casework.models import Objection
from tests.cast import Cast
from tests.factories.notices import craftsman_notice, notices


def test_anybody_objects_without_an_account(cast: Cast) -> None:
    notice = notices(cast, 1)[0]
    address = reverse("public:show_notice", args=[notice])

    answer = Client().post(address, {"text": "成绩与实际不符"}, follow=True)

    assert "异议已收到" in answer.content.decode()
    assert Objection.objects.get().text == "成绩与实际不符"


def test_second_click_objects_no_second_time(cast: Cast) -> None:
    address = reverse("public:show_notice", args=[notices(cast, 1)[0]])

    for _click in range(2):
        answer = Client().post(address, {"text": "成绩与实际不符"}, follow=True)

    assert "异议已收到" in answer.content.decode()
    assert Objection.objects.count() == 1


def test_empty_objection_is_told_at_its_field(cast: Cast) -> None:
    notice = notices(cast, 1)[0]

    answer = Client().post(reverse("public:show_notice", args=[notice]), {"text": ""})

    assert answer.status_code == 422
    assert not Objection.objects.exists()


def test_names_are_not_shown_whole(cast: Cast) -> None:
    notice = notices(cast, 1)[0]

    shown = Client().get(reverse("public:show_notice", args=[notice])).content.decode()

    assert "王*傅" in shown
    assert "王师傅" not in shown


def test_candidate_who_agreed_is_named(cast: Cast) -> None:
    notice = craftsman_notice(cast)

    shown = Client().get(reverse("public:show_notice", args=[notice])).content.decode()

    assert "王师傅" in shown
    assert "甲公司工会" not in shown
