"""Drafts open to comments and editions, found by any part of their names."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from tests.cast import DAY, Cast
from tests.factories import standards


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
