"""What I opened or take part in; the list costs the same at any length."""

from django.urls import reverse

from gongtu.engines.casework import services as casework
from tests.cast import DAY, FITTER, Cast
from tests.factories.cases import filing_case, filing_cases
from tests.web.costs import queries_of

ADDRESS = reverse("cases:list_cases")


def test_opener_finds_the_case_with_stage_and_holder(cast: Cast) -> None:
    case = filing_case(cast)

    shown = cast.client(cast.clerk).get(ADDRESS).content.decode()

    assert case.number in shown
    assert "备案审查中" in shown


def test_others_cases_are_not_listed(cast: Cast) -> None:
    case = filing_case(cast)

    shown = cast.client(cast.other_clerk).get(ADDRESS).content.decode()

    assert case.number not in shown
    assert "还没有办件" in shown


def test_draft_is_listed_until_it_is_discarded(cast: Cast) -> None:
    casework.save_draft("assessor-filing", {"occupation": FITTER}, by=cast.clerk, on=DAY)
    client = cast.client(cast.clerk)
    assert "没填完的" in client.get(ADDRESS).content.decode()

    client.post(reverse("cases:discard_draft", args=["assessor-filing"]))

    assert "没填完的" not in client.get(ADDRESS).content.decode()


def test_list_costs_the_same_at_any_length_and_pages(cast: Cast) -> None:
    client = cast.client(cast.clerk)
    filing_cases(cast, 10)
    few = queries_of(client, ADDRESS)
    filing_cases(cast, 50)

    assert queries_of(client, ADDRESS) == few
    second = client.get(ADDRESS).context["next_page"]
    third = client.get(ADDRESS + second).context["next_page"]
    assert len(client.get(ADDRESS + third).context["cases"]) == 10


def test_an_address_that_was_cut_off_says_so(cast: Cast) -> None:
    answer = cast.client(cast.clerk).get(f"{ADDRESS}?after=x")

    assert answer.status_code == 422
    assert "这一页的地址不完整" in answer.content.decode()
