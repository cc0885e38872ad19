"""An enterprise's home: what waits, what the statute asks, what it can begin."""

from django.urls import reverse

from tests.cast import Cast
from tests.factories.cases import reminded
from tests.web.costs import queries_of

ADDRESS = reverse("enterprise:show_home")


def test_clerk_sees_letters_duties_and_figures(cast: Cast) -> None:
    reminded(cast)

    shown = cast.client(cast.clerk).get(ADDRESS).content.decode()

    assert "未读文书" in shown
    assert "等您办理" in shown
    assert "甲公司工会 · " in shown  # who opened what waits
    assert "技能等级评价机构备案" in shown
    assert "条例第6条" in shown
    assert "落实培养产业工人的主体责任" in shown


def test_worker_is_refused(cast: Cast) -> None:
    answer = cast.client(cast.wang).get(ADDRESS)

    assert answer.status_code == 403
    assert "企业经办人" in answer.content.decode()


def test_other_enterprise_sees_nothing_of_it(cast: Cast) -> None:
    reminded(cast)

    assert "未读文书" not in cast.client(cast.other_clerk).get(ADDRESS).content.decode()


def test_home_costs_the_same_with_more_cases(cast: Cast) -> None:
    client = cast.client(cast.clerk)
    reminded(cast)
    few = queries_of(client, ADDRESS)
    for _ in range(8):
        reminded(cast)

    assert queries_of(client, ADDRESS) == few
