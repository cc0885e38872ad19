"""Drafts open to comments and editions, found by any part of their names."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from tests.cast import DAY, Cast
from tests.factories import standards
from tests.web.costs import queries_of


def listed(**asked: str) -> str:
    return Client().get(reverse("public:list_standards"), asked).content.decode()


def test_empty_lists_say_what_to_do(cast: Cast) -> None:
    page = listed()

    assert "怎样提出草案" in page
    assert "没有找到已发布的标准" in page


def test_drafts_and_editions_stand_apart_and_are_searched(cast: Cast) -> None:
    standards.proposed(cast, title="没有公开的草案")
    standards.adopted(cast, since=DAY + timedelta(days=60), number="青评规1号")
    standards.opened(cast, kind="standard", title="装配钳工职业标准")

    page = listed()

    assert "没有公开的草案" not in page
    assert "装配钳工职业标准" in page
    assert "意见0条" in page
    assert "已发布，尚未施行" in page
    assert "青评规1号" in listed(q="青评规")
    assert "没有找到已发布的标准" in listed(q="焊")


def test_list_costs_the_same_at_any_length(cast: Cast) -> None:
    address = reverse("public:list_standards")
    _adopt(cast, 1)
    standards.opened(cast)
    few = queries_of(Client(), address)
    _adopt(cast, 2, 3, 4)
    standards.opened(cast)

    assert queries_of(Client(), address) == few


def _adopt(cast: Cast, *numbers: int) -> None:
    """Editions that are in force on the day of the test, the last one in the place of all."""
    for number in numbers:
        edition = standards.adopted(
            cast, since=DAY + timedelta(days=30 + number), number=f"{number}号"
        )
        edition.in_force_from = DAY - timedelta(days=30 - number)
        edition.save(update_fields=["in_force_from"])
