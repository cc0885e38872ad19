"""What binds an enterprise: before and after it crosses a line or changes hands, with its days."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from gongtu.parties.services import Standing
from gongtu.policy.city import active_city
from tests.cast import DAY, Cast
from tests.web.costs import queries_of

ADDRESS = reverse("enterprise:list_duties")
DIRECTOR, EXAMPLE = "董事会中有职工代表", "发挥国有企业的示范带动作用"


def stand(cast: Cast, since: date, **told: Any) -> None:
    body = cast.bodies["works"]
    standing = Standing(**told)
    parties.record_standing(body, standing, since=since, source="年度报告", by=CLOCK, on=DAY)


def sections(cast: Cast, **more: Any) -> dict[str, str]:
    """The page cut at its headings."""
    shown = cast.client(cast.clerk).get(ADDRESS, **more).content.decode()
    names = ("changes", "musts", "uncertain", "encouraged", "other")
    found = {name: shown.find(f'aria-labelledby="{name}"') for name in names}
    starts = sorted((place, name) for name, place in found.items() if place >= 0)
    ends = [place for place, _ in starts[1:]] + [len(shown)]
    return {name: shown[a:b] for (a, name), b in zip(starts, ends, strict=True)}


def test_small_private_enterprise_has_neither_duty(cast: Cast) -> None:
    stand(cast, date(2025, 1, 1), headcount=299, state_owned=False)

    page = sections(cast)

    assert "落实培养产业工人的主体责任" in page["musts"]
    assert "条例第6条第1款" in page["musts"]
    assert "2026年3月1日" in page["musts"]
    assert DIRECTOR not in "".join(page.values())
    assert EXAMPLE not in "".join(page.values())


def test_the_day_it_has_three_hundred_it_owes_an_employee_director(cast: Cast) -> None:
    stand(cast, date(2025, 1, 1), headcount=299, state_owned=False)
    stand(cast, date(2026, 6, 15), headcount=300, state_owned=False)

    page = sections(cast)

    assert DIRECTOR in page["musts"]
    assert "条例第35条" in page["musts"]
    assert "2026年6月15日" in page["musts"]
    assert "起承担" in page["changes"]
    assert "职工人数：300人" in page["changes"]


def test_the_day_it_becomes_state_owned_it_sets_an_example(cast: Cast) -> None:
    stand(cast, date(2025, 1, 1), headcount=50, state_owned=False)
    stand(cast, date(2026, 8, 3), headcount=50, state_owned=True)

    page = sections(cast)

    assert EXAMPLE in page["musts"]
    assert "条例第6条第2款" in page["musts"]
    assert "2026年8月3日" in page["changes"]
    assert "国有企业：是" in page["changes"]


def test_what_ceased_to_bind_is_told_with_its_day(cast: Cast) -> None:
    stand(cast, date(2025, 1, 1), headcount=320, state_owned=True)
    stand(cast, date(2026, 8, 3), headcount=280, state_owned=False)

    page = sections(cast)

    assert DIRECTOR not in page["musts"]
    assert EXAMPLE not in page["musts"]
    assert DIRECTOR in page["other"]
    assert page["changes"].count("起不再承担") == 2


def test_what_the_statute_brought_is_one_line_that_opens(cast: Cast) -> None:
    stand(cast, date(2025, 1, 1), headcount=299, state_owned=False)
    stand(cast, date(2026, 6, 15), headcount=300, state_owned=False)

    page = cast.client(cast.clerk).get(ADDRESS)

    began = next(one for one in page.context["began"] if "起承担" in one["says"])
    bound = [*page.context["musts"], *page.context["encouraged"]]
    same_day = [row for row in bound if row["since"] == active_city().in_force_from]
    assert began["says"] == f"2026年3月1日条例施行：起承担{len(same_day)}项"
    assert {row["key"] for row in began["changes"]} == {row["key"] for row in same_day}
    assert [row["title"] for row in page.context["changes"]] == [DIRECTOR]
    assert f"<summary>{began['says']}</summary>" in page.content.decode()


def test_what_is_not_known_since_the_statute_is_a_line_of_its_own(cast: Cast) -> None:
    page = cast.client(cast.clerk).get(ADDRESS)

    _bound, unknown = sorted(page.context["began"], key=lambda one: "不能" in one["says"])
    assert unknown["says"].endswith(f"{len(page.context['uncertain'])}项不能确定是否承担")


def test_what_only_people_can_tell_is_a_row_that_opens(cast: Cast) -> None:
    page = cast.client(cast.clerk).get(ADDRESS)

    shown = page.content.decode()
    rows = [*page.context["musts"], *page.context["encouraged"]]
    assert {True, False} == {row["told"] for row in rows}
    for row in rows:
        sheet = '<details class="fold"' if row["told"] else '<article class="sheet"'
        assert f'{sheet} id="{row["key"]}"' in shown


def test_without_a_standing_what_depends_on_it_is_not_known(cast: Cast) -> None:
    page = sections(cast)

    assert DIRECTOR in page["uncertain"]
    assert "未登记" in page["uncertain"]
    assert DIRECTOR not in page["musts"]


def test_term_is_told_where_there_is_one_and_said_to_be_missing_where_not(cast: Cast) -> None:
    page = sections(cast)

    assert "2026年12月31日" in page["musts"]
    assert "企业民主管理规定" in page["musts"]
    assert "条例没有规定期限" in page["musts"]


def test_page_is_english_for_who_reads_english(cast: Cast) -> None:
    stand(cast, date(2026, 6, 15), headcount=300, state_owned=True)

    page = sections(cast, headers={"accept-language": "en"})

    assert "An employee director sits on the board" in page["musts"]
    assert "binds from this day" in page["changes"]


@pytest.mark.parametrize("who", ["wang", "liu", "union"])
def test_nobody_else_reads_it(cast: Cast, who: str) -> None:
    assert cast.client(getattr(cast, who)).get(ADDRESS).status_code == 403


def test_page_costs_the_same_however_often_it_changed(cast: Cast) -> None:
    client = cast.client(cast.clerk)
    stand(cast, date(2025, 1, 1), headcount=1)
    few = queries_of(client, ADDRESS)
    for month in range(3, 9):
        stand(cast, date(2026, month, 2), headcount=month * 100)

    assert queries_of(client, ADDRESS) == few
