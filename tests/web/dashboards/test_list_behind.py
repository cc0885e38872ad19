"""What is behind a figure: cases for offices of the division, for nobody else."""

from django.test import Client
from django.urls import reverse

from gongtu.engines.indicators.registry import indicators
from tests.cast import Cast
from tests.factories.cases import reminded

SENT = next(i.key for i in indicators() if i.title == "发出提示函件数")
ADDRESS = reverse("dashboards:list_behind", args=[SENT])


def test_figure_opens_its_cases_for_an_office(cast: Cast) -> None:
    case = reminded(cast)

    rows = cast.client(cast.federation).get(ADDRESS).context["rows"]

    assert [row["key"] for row in rows] == [case.number]


def test_public_is_told_why_it_sees_only_sums(cast: Cast) -> None:
    reminded(cast)

    answer = Client().get(ADDRESS)

    assert answer.status_code == 403
    assert "个人信息" in answer.content.decode()


def test_other_division_is_refused(cast: Cast) -> None:
    answer = cast.client(cast.federation).get(ADDRESS, {"division": "370203"})

    assert answer.status_code == 403


def test_figure_stands_above_what_it_counts(cast: Cast) -> None:
    reminded(cast)

    district = cast.client(cast.federation).get(ADDRESS).context["figure"]
    city = cast.client(cast.city_federation).get(ADDRESS).context["figure"]

    assert (district["place"], district["value"]) == ("市南区", "1 件")
    assert (city["place"], city["value"]) == ("全市", "1 件")


def test_another_day_is_kept_on_the_way_back(cast: Cast) -> None:
    page = cast.client(cast.federation).get(ADDRESS, {"on": "2026-06-30"})

    assert page.context["rows"] == []
    assert page.context["back"].endswith("?on=2026-06-30")


def test_case_of_other_offices_is_counted_but_not_told(cast: Cast) -> None:
    case = reminded(cast)

    page = cast.client(cast.liu).get(ADDRESS)

    assert (page.context["figure"]["value"], len(page.context["rows"])) == ("1 件", 1)
    assert reverse("cases:show_case", args=[case.number]) not in page.content.decode()
    assert case.title not in page.content.decode()


def test_every_figure_opens(cast: Cast) -> None:
    client = cast.client(cast.zheng)
    pages = [reverse("dashboards:list_behind", args=[one.key]) for one in indicators()]

    assert {client.get(page).status_code for page in pages} == {200}
