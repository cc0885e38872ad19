"""Anybody finds the courses open to sign up, by occupation and grade, page after page."""

from datetime import timedelta

from django.urls import reverse

from gongtu.registers.skills.choices import Grade
from gongtu.web.asking import PAGE
from tests.cast import Cast
from tests.factories.training import COMING, announced

ADDRESS = reverse("public:list_courses")


def shown(cast: Cast, client, asked: str = "") -> str:
    answer = client.get(f"{ADDRESS}{asked}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_courses_are_searched_without_an_account(cast: Cast, client) -> None:
    assert "现在没有可以报名的培训班" in shown(cast, client)
    announced(cast)
    announced(cast, grade=Grade.TECHNICIAN, venue="二号楼")

    everything, seniors = shown(cast, client), shown(cast, client, "?grade=senior&q=钳工")

    assert "二号楼" in everything
    assert "甲技师学院 · 2026年10月1日开班 · 190学时 · 香港路1号实训楼" in everything
    assert "不收费" in seniors
    assert "二号楼" not in seniors
    assert "没有找到这样的培训班" in shown(cast, client, "?q=没有的职业")


def test_a_long_list_is_turned_over_at_the_same_cost(
    cast: Cast, client, django_assert_max_num_queries
) -> None:
    for place in range(PAGE + 1):
        announced(cast, venue=f"第{place}室", starts_on=COMING.starts_on + timedelta(days=place))

    with django_assert_max_num_queries(8):
        first = client.get(ADDRESS)
    following = client.get(ADDRESS + first.context["next_page"])

    assert "第0室" in first.content.decode()
    assert f"第{PAGE}室" not in first.content.decode()
    assert f"第{PAGE}室" in following.content.decode()
    assert not client.get(f"{ADDRESS}?after=999999").context["next_page"]
    assert client.get(f"{ADDRESS}?after=x").status_code == 422
