"""What is on public notice; the list costs the same at any length."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.factories.notices import notices
from tests.web.costs import queries_of

ADDRESS = reverse("public:list_notices")


def test_without_notices_it_says_so(db: None) -> None:
    assert "目前没有正在公示的事项" in Client().get(ADDRESS).content.decode()


def test_list_costs_the_same_at_any_length(cast: Cast) -> None:
    notices(cast, 3)
    few = queries_of(Client(), ADDRESS)
    notices(cast, 12)

    assert queries_of(Client(), ADDRESS) == few
