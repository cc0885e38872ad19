"""The funds: budget, committed, paid, left."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast


def test_every_fund_of_the_year_is_shown_with_what_is_left(cast: Cast) -> None:
    funds = Client().get(reverse("dashboards:show_funds")).context["funds"]

    assert {fund["title"] for fund in funds} == {"失业保险基金", "就业补助资金"}
    assert {fund["left"] for fund in funds} == {"¥100,000.00"}
