"""The board: every norm with bearer, figure, trend and overdue; the public sees sums."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.oversight.lawmap import law_map
from tests.cast import DAY, Cast
from tests.factories.cases import late_case, reminded

ADDRESS = reverse("dashboards:show_board")


def test_every_norm_of_articles_3_to_41_is_on_it(db: None) -> None:
    chapters = Client().get(ADDRESS).context["chapters"]
    parts = ("running", "waiting", "nothing")

    keys = {line["key"] for c in chapters for part in parts for line in c[part]}
    assert keys == {row.obligation.key for row in law_map()}


def test_board_narrows_to_a_bearer_and_a_division(db: None) -> None:
    page = Client().get(ADDRESS, {"bearer": "union", "division": "370202"})

    shown = [line for c in page.context["chapters"] for line in c["running"]]
    assert shown
    assert all("工会" in line["bearers"] for line in shown)


@pytest.mark.parametrize("who", ["wang", "union", "liu"])
def test_board_is_open_to_everybody(cast: Cast, who: str) -> None:
    assert cast.client(getattr(cast, who)).get(ADDRESS).status_code == 200


def test_what_happens_shows_at_once(cast: Cast, settings: Settings) -> None:
    reminded(cast)
    settings.GONGTU_TODAY = DAY + timedelta(days=1)

    lines = [line for c in Client().get(ADDRESS).context["chapters"] for line in c["running"]]
    letters = next(line for line in lines if line["key"] == "union-supervision-letters")
    sent = next(r for r in letters["readings"] if r["title"] == "发出提示函件数")

    assert sent["value"] == "1 件"


def test_late_cases_are_led_to_within_the_division(cast: Cast, settings: Settings) -> None:
    late_case(cast)
    settings.GONGTU_TODAY = DAY + timedelta(days=1)
    client = cast.client(cast.zheng)

    chapters = client.get(ADDRESS, {"division": "370202"}).context["chapters"]
    late = [one for c in chapters for line in c["running"] for one in line["overdue"]]

    assert late
    assert all(one["count"] == client.get(one["address"]).context["late"] for one in late)
    assert all("division=370202" in one["address"] for one in late)
