"""A special ability says its norm, that its number follows no rule, and who examines it."""

import pytest
from django.test import Client
from django.urls import reverse

from gongtu.base.errors import Refused
from gongtu.engines.casework import services as casework
from tests.cast import DAY, Cast
from tests.factories import standards


def shown(project: int) -> str:
    return Client().get(reverse("public:show_ability", args=[project])).content.decode()


def test_norm_number_pilot_and_retirement_are_told(cast: Cast) -> None:
    made = standards.ability(cast)

    page = shown(made.pk)
    assert "剪样" in page
    assert "60%" in page
    assert "编号规则待核" in page
    assert "还没有备案的考核机构" in page
    assert "可行。" not in page
    filed = {"assessor": str(cast.bodies["other"].pk), "is_pilot": True}
    casework.make_move(made.case_number, "file_assessor", answers=filed, by=cast.zheng, on=DAY)
    assert "社会化试点" in shown(made.pk)
    with pytest.raises(Refused, match="已有发布的项目"):
        standards.ability(cast, number="专3")
    casework.make_move(
        made.case_number, "retire", answers={"why": "已有国家标准。"}, by=cast.zheng, on=DAY
    )
    assert "已有国家标准。" in shown(made.pk)
    assert standards.ability(cast, number="专2").name == made.name
    with pytest.raises(Refused, match="已经用过"):
        standards.ability(cast, name="贝雕", number="专2")


def test_project_that_is_not_published_is_not_there(db: None) -> None:
    answer = Client().get(reverse("public:show_ability", args=[0]))

    assert answer.status_code == 404


def test_session_to_come_is_told_until_it_is_over_or_called_off(cast: Cast) -> None:
    made = standards.ability(cast)
    filed = {"assessor": str(cast.school.organisation), "is_pilot": False}
    casework.make_move(made.case_number, "file_assessor", answers=filed, by=cast.zheng, on=DAY)
    assert "现在没有将要举行的考核" in shown(made.pk)
    told = {"ability": str(made.pk), "planned_on": "2026-09-20", "place": "一号实训室"}
    case = casework.open_case("special-ability-session", answers=told, by=cast.school, on=DAY)

    assert "2026年9月20日 · 一号实训室" in shown(made.pk)
    casework.make_move(case.number, "cancel", by=cast.school, on=DAY)
    assert "现在没有将要举行的考核" in shown(made.pk)
