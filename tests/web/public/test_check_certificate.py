"""Anybody checks a certificate by number and name, and learns nothing from one alone."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.choices import ReasonClass
from gongtu.registers.skills.services.certificates import KIND, order_for
from tests.cast import DAY, Cast
from tests.factories.skills import certificate, filing

ADDRESS = reverse("public:check_certificate")


@pytest.fixture(autouse=True)
def _nobody_has_asked_yet() -> None:
    cache.clear()


@pytest.fixture
def number(cast: Cast) -> str:
    """王师傅's certificate, signed by his employer."""
    filing(cast)
    held = certificate(cast)
    works = cast.bodies["works"].pk
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=works, by=cast.clerk, on=DAY
    )
    return held.number


def check(number: str, name: str) -> str:
    return Client().post(ADDRESS, {"number": number, "name": name}).content.decode()


def test_valid_certificate_shows_verdict_and_fewest_fields(number: str) -> None:
    shown = check(number, "王师傅")

    assert "有效" in shown
    assert "装配钳工" in shown
    assert "身份证" not in shown


def test_wrong_name_finds_nothing_and_says_why_that_may_be(number: str) -> None:
    shown = check(number, "张师傅")

    assert "查不到" in shown
    assert "装配钳工" not in shown
    assert "可能是因为" in shown


def test_revoked_certificate_is_called_revoked_with_its_reason(number: str, cast: Cast) -> None:
    credentials.revoke(number, ReasonClass.ISSUED_IN_ERROR, "成绩登记有误", by=cast.clerk, on=DAY)

    shown = check(number, "王师傅")

    assert "已撤销" in shown
    assert "核发有误" in shown
    assert "成绩登记有误" not in shown


def test_number_that_cannot_be_one_is_told_at_its_field(db: None) -> None:
    answer = Client().post(ADDRESS, {"number": "Y0000", "name": "王师傅"})

    assert answer.status_code == 422
    assert "number" in answer.context["form"].errors


def test_asking_too_often_is_refused(number: str) -> None:
    answers = [Client().post(ADDRESS, {"number": number, "name": "王师傅"}) for _ in range(31)]

    assert answers[-1].status_code == 422
    assert "太频繁" in answers[-1].content.decode()
