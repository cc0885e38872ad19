"""The office finds bodies by name, whatever their figures are; plans and checks start here."""

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.factories import skills
from tests.factories.quality import checked, suspended
from tests.web.costs import queries_of

ADDRESS = reverse("desk:list_bodies")


def test_bodies_stand_by_name_with_the_plan(cast: Cast) -> None:
    assert "还没有备案的评价机构" in cast.client(cast.liu).get(ADDRESS).content.decode()
    skills.filing(cast)
    plan = checked(cast)

    shown = cast.client(cast.liu).get(ADDRESS).content.decode()

    assert "甲公司" in shown
    assert plan.number in shown
    assert "有有效备案" in shown
    case = cast.client(cast.liu).get(reverse("cases:show_case", args=[plan.number]))
    assert "随机抽取100%" in case.content.decode()


def test_list_costs_the_same_at_any_length_and_is_searched(cast: Cast) -> None:
    skills.filing(cast)
    desk = cast.client(cast.liu)
    one = queries_of(desk, ADDRESS)
    skills.filing_of(cast, "other", "020002")

    assert queries_of(desk, ADDRESS) == one
    assert "甲公司" not in desk.get(ADDRESS, {"q": "乙"}).content.decode()
    assert "没有找到" in desk.get(ADDRESS, {"q": "丙"}).content.decode()


@pytest.mark.parametrize("asked", ["?order=percent", "?sort=-incidents", "?order_by=checks"])
def test_no_order_by_a_figure_can_be_asked_for(cast: Cast, asked: str) -> None:
    skills.filing(cast)
    skills.filing_of(cast, "other", "020002")
    suspended(cast)
    for address in (ADDRESS, reverse("public:list_assessors")):
        shown = cast.client(cast.liu).get(address + asked).content.decode()
        assert shown.index("乙公司") < shown.index("甲公司")
    rows = cast.client(cast.liu).get("/api/v1/assessors" + asked).json()["rows"]
    assert [row["name"] for row in rows] == ["乙公司", "甲公司"]
    assert set(rows[0]) == {"organisation", "name", "prefix", "filed"}
