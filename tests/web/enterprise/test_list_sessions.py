"""Sessions of an enterprise, the latest first."""

from datetime import timedelta

from django.urls import reverse

from tests.cast import DAY, Cast
from tests.factories.sessions import planned
from tests.factories.skills import filing
from tests.web.costs import queries_of

ADDRESS = reverse("enterprise:list_sessions")


def test_enterprise_without_filing_is_told_what_to_do(cast: Cast) -> None:
    shown = cast.client(cast.clerk).get(ADDRESS).content.decode()

    assert "先办理评价备案" in shown


def test_session_is_listed_for_its_enterprise_alone(cast: Cast) -> None:
    filing(cast)
    case = planned(cast)

    assert case.number in cast.client(cast.clerk).get(ADDRESS).content.decode()
    assert case.number not in cast.client(cast.other_clerk).get(ADDRESS).content.decode()
    assert cast.client(cast.liu).get(ADDRESS).status_code == 403


def test_list_costs_the_same_at_any_length(cast: Cast) -> None:
    filing(cast)
    client = cast.client(cast.clerk)
    for day in range(10):
        planned(cast, DAY + timedelta(day))
    few = queries_of(client, ADDRESS)
    for day in range(30):
        planned(cast, DAY + timedelta(day))

    assert queries_of(client, ADDRESS) == few
    following = client.get(ADDRESS).context["next_page"]
    assert len(client.get(ADDRESS + following).context["sessions"]) == 15
    assert client.get(ADDRESS, {"after": "no~day"}).status_code == 422
