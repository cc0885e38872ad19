"""The queue by urgency: for officers, with filters in the address, at a constant cost."""

from datetime import date

from django.urls import reverse

from gongtu.engines.casework.models import Case
from tests.cast import Cast
from tests.factories.cases import claim, filing_case, filing_cases
from tests.factories.skills import certificate, insured
from tests.web.costs import queries_of

ADDRESS = reverse("desk:list_queue")


def test_most_urgent_case_comes_first(cast: Cast) -> None:
    filing_cases(cast, 2)
    urgent = filing_case(cast)
    Case.objects.filter(pk=urgent.pk).update(due_order=date(2026, 8, 20))

    page = cast.client(cast.liu).get(ADDRESS)

    assert page.context["cases"][0]["number"] == urgent.number
    assert "超期" in page.content.decode()


def test_worker_is_refused(cast: Cast) -> None:
    answer = cast.client(cast.wang).get(ADDRESS)

    assert answer.status_code == 403
    assert "工作台" in answer.content.decode()


def test_other_office_sees_none_of_it(cast: Cast) -> None:
    case = filing_case(cast)

    assert case.number not in cast.client(cast.federation).get(ADDRESS).content.decode()


def test_empty_desk_leads_on(cast: Cast) -> None:
    desk = cast.client(cast.federation)

    nothing = desk.get(ADDRESS).content.decode()
    narrowed = desk.get(ADDRESS, {"overdue": "1"}).content.decode()

    assert "看监督公示板" in nothing
    assert "全部办件" in narrowed


def test_queue_is_narrowed_by_the_address(cast: Cast) -> None:
    insured(cast)
    filed, claimed = filing_case(cast), claim(cast, certificate(cast).number)
    client = cast.client(cast.liu)

    by_procedure = client.get(ADDRESS, {"procedure": "skill-upgrade-subsidy"}).content.decode()
    by_text = client.get(ADDRESS, {"text": filed.number}).content.decode()
    overdue = client.get(ADDRESS, {"overdue": "1"}).content.decode()

    assert claimed.number in by_procedure
    assert filed.number not in by_procedure
    assert claimed.number not in by_text
    assert "没有符合条件的办件" in overdue


def test_only_harmless_moves_are_offered_for_many(cast: Cast) -> None:
    filing_cases(cast, 2)

    offered = cast.client(cast.liu).get(ADDRESS).context["batch"]

    assert [move["key"] for move in offered] == ["ask_more"]


def test_queue_costs_the_same_at_any_length(cast: Cast) -> None:
    client = cast.client(cast.liu)
    filing_cases(cast, 10)
    few = queries_of(client, ADDRESS)
    filing_cases(cast, 40)

    assert queries_of(client, ADDRESS) == few
    following = client.get(ADDRESS).context["next_page"]
    assert len(client.get(ADDRESS + following).context["cases"]) == 25


def test_broken_cursor_is_told(cast: Cast) -> None:
    assert cast.client(cast.liu).get(ADDRESS, {"after": "x"}).status_code == 422
