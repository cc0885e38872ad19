"""Published special abilities, found by name."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.factories import standards


def listed(**asked: str) -> str:
    return Client().get(reverse("public:list_abilities"), asked).content.decode()


def test_empty_list_says_how_to_propose(cast: Cast) -> None:
    assert "怎样提出项目" in listed()


def test_published_projects_are_searched(cast: Cast) -> None:
    standards.ability(cast)

    assert "剪纸制作" in listed()
    assert "现行" in listed(q="剪纸")
    assert "没有找到" in listed(q="直播")
