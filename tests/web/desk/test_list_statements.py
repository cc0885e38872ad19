"""The office sees the statements it answers for, and takes one back with a reason."""

from django.test import Client
from django.urls import reverse

from gongtu.registers.education.choices import Qualified
from gongtu.registers.treatments.choices import Purpose
from gongtu.registers.treatments.services import issue_statement
from tests.cast import DAY, Cast
from tests.factories.education import graduate

PAGE = reverse("desk:list_statements")


def test_a_statement_taken_back_says_so_to_whoever_checks(cast: Cast, client: Client) -> None:
    graduate(cast, Qualified.SENIOR)
    made = issue_statement("X1", Purpose.TITLE, by=cast.wang, on=DAY)
    desk = cast.client(cast.zheng)
    assert made.number in desk.get(PAGE).content.decode()
    withdraw = reverse("desk:withdraw_statement", args=[made.number])
    assert desk.post(withdraw, {"reason": " "}).status_code == 422

    assert desk.post(withdraw, {"reason": "学籍不实。"}).status_code == 302

    page = client.get(reverse("public:show_verdict", args=[made.number])).content.decode()
    assert "证明已被收回" in page
