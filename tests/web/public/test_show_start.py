"""The first page says who one can be in the demo, and what needs no account."""

from django.test import Client
from pytest_django.fixtures import Settings

from tests.cast import Cast

ADDRESS = "/"


def test_outside_the_demo_nobody_is_offered_an_identity(cast: Cast) -> None:
    shown = Client().get(ADDRESS)

    assert shown.context["cast"] == []
    assert "以此身份进入" not in shown.content.decode()


def test_demo_offers_only_people_who_are_there(cast: Cast, settings: Settings) -> None:
    settings.GONGTU_DEMO = True

    shown = Client().get(ADDRESS)

    assert shown.status_code == 200
    assert "演示城市" in shown.content.decode()
    assert shown.context["cast"] == []  # the cast of the demo city is not this cast


def test_public_services_are_one_click_away(db: None) -> None:
    shown = Client().get(ADDRESS).content.decode()

    for address in ("/certificates/", "/statute/", "/guides/", "/board/", "/notices/"):
        assert f'href="{address}"' in shown
