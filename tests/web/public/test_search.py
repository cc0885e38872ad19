"""One box finds articles and guides; cases only for those they belong to."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.factories.cases import filing_case

ADDRESS = reverse("public:search")


def test_words_of_the_statute_find_their_article(db: None) -> None:
    shown = Client().get(ADDRESS, {"q": "疗养休养"}).content.decode()

    assert reverse("public:show_article", args=["37"]) in shown


def test_case_is_found_by_its_party_and_by_nobody_else(cast: Cast) -> None:
    case = filing_case(cast)

    mine = cast.client(cast.clerk).get(ADDRESS, {"q": case.number}).content.decode()
    theirs = cast.client(cast.other_clerk).get(ADDRESS, {"q": case.number}).content.decode()

    address = reverse("cases:show_case", args=[case.number])
    assert address in mine
    assert address not in theirs


def test_nothing_found_says_what_to_try(db: None) -> None:
    assert "换一个说法" in Client().get(ADDRESS, {"q": "无此词语"}).content.decode()
