"""Anybody reads the schools' rules."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.scenarios.credit_bank import opened

PAGE = reverse("public:list_credit_rules")


def test_rules_are_public(cast: Cast, client: Client) -> None:
    assert "还没有学校公布转化规则" in client.get(PAGE).content.decode()
    told = {"certificate": {"senior": {"机械基础": 6}}, "training": {120: {"安全": 1.5}}}

    opened(cast.school, {"needed": 20, "ceiling": 12.5, **told})

    page = client.get(PAGE).content.decode()
    assert "装配钳工 高级工以上证书" in page
    assert "装配钳工 120学时以上培训" in page
    assert "最多转化 12.5 学分" in page
