"""Open cases of a procedure: counts by stage for all, cases for offices."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.factories.cases import filing_case, filing_cases
from tests.web.costs import queries_of

ADDRESS = reverse("dashboards:list_open_cases", args=["assessor-filing"])


def test_public_sees_counts_but_no_cases(cast: Cast) -> None:
    case = filing_case(cast)

    page = Client().get(ADDRESS)

    assert case.number not in page.content.decode()
    assert {"label": "备案审查中", "open": 1} in page.context["stages"]


def test_office_sees_the_cases_of_its_division(cast: Cast) -> None:
    case = filing_case(cast)

    assert case.number in cast.client(cast.liu).get(ADDRESS).content.decode()


def test_list_costs_the_same_at_any_length(cast: Cast) -> None:
    client = cast.client(cast.liu)
    filing_cases(cast, 5)
    few = queries_of(client, ADDRESS)
    filing_cases(cast, 40)

    assert queries_of(client, ADDRESS) == few
