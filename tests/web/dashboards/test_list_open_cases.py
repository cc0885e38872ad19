"""Open cases of a procedure: counts by stage for all, cases for offices."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.parties.models import Division
from tests.cast import DAY, Cast
from tests.factories.cases import filing_case, filing_cases, late_case
from tests.web.costs import queries_of

ADDRESS = reverse("dashboards:list_open_cases", args=["assessor-filing"])
HOME, ELSEWHERE = "370202", "370203"


def test_public_sees_counts_but_no_cases(cast: Cast) -> None:
    case = filing_case(cast)

    page = Client().get(ADDRESS)

    assert case.number not in page.content.decode()
    assert {"label": "备案审查中", "open": 1, "overdue": 0} in page.context["stages"]


def test_office_sees_the_cases_of_its_division(cast: Cast) -> None:
    case = filing_case(cast)

    assert case.number in cast.client(cast.liu).get(ADDRESS).content.decode()


def test_district_is_told_that_others_are_counted_but_not_listed(cast: Cast) -> None:
    filing_case(cast)

    district, city = cast.client(cast.liu).get(ADDRESS), cast.client(cast.zheng).get(ADDRESS)

    assert (district.context["place"], district.context["narrowed_to"]) == ("全市", "市南区")
    assert (city.context["place"], city.context["narrowed_to"]) == ("全市", "")


def test_counts_and_rows_are_of_the_division_asked_for(cast: Cast) -> None:
    case, city = filing_case(cast), cast.client(cast.zheng)
    Division.objects.create(
        code=ELSEWHERE, name="市北区", level="district", parent=cast.district.parent
    )

    here = city.get(ADDRESS, {"division": HOME})
    there = city.get(ADDRESS, {"division": ELSEWHERE})

    assert (here.context["open"], [one["number"] for one in here.context["cases"]]) == (
        1,
        [case.number],
    )
    assert (there.context["open"], there.context["cases"]) == (0, [])
    assert "没有在办的办件" in there.content.decode()


def test_office_of_another_division_sees_counts_of_the_city_alone(cast: Cast) -> None:
    case = filing_case(cast)

    page = cast.client(cast.liu).get(ADDRESS, {"division": ELSEWHERE})

    assert (page.context["place"], page.context["open"]) == ("全市", 1)
    assert case.number not in page.content.decode()
    assert "个人信息" in page.content.decode()


@pytest.mark.parametrize("overdue", ["", "1"])
def test_late_cases_are_counted_and_listed_alone_where_asked(
    overdue: str, cast: Cast, settings: Settings
) -> None:
    late = late_case(cast)
    settings.GONGTU_TODAY = DAY + timedelta(days=1)

    page = cast.client(cast.liu).get(ADDRESS, {"overdue": overdue})

    assert page.context["late"] == 1
    assert [one["number"] for one in page.context["cases"]] == [late.number]


def test_who_asks_for_late_ones_is_told_there_are_none(cast: Cast) -> None:
    filing_case(cast)

    page = cast.client(cast.liu).get(ADDRESS, {"overdue": "1"})

    assert page.context["cases"] == []
    assert "没有超期的办件" in page.content.decode()


def test_office_is_led_only_to_cases_it_may_open(cast: Cast) -> None:
    case = filing_case(cast)

    page = cast.client(cast.federation).get(ADDRESS).content.decode()

    assert case.number in page
    assert reverse("cases:show_case", args=[case.number]) not in page


def test_list_costs_the_same_at_any_length(cast: Cast) -> None:
    client = cast.client(cast.liu)
    filing_cases(cast, 5)
    few = queries_of(client, ADDRESS)
    filing_cases(cast, 40)

    assert queries_of(client, ADDRESS) == few
