"""Certificates an enterprise issued."""

from django.urls import reverse

from tests.cast import Cast
from tests.factories.skills import certificate
from tests.web.costs import queries_of

ADDRESS = reverse("enterprise:list_certificates")


def test_issuer_finds_them_by_number_or_name(cast: Cast) -> None:
    held = certificate(cast)
    client = cast.client(cast.clerk)

    assert held.number in client.get(ADDRESS, {"text": "王"}).content.decode()
    assert held.number in client.get(ADDRESS, {"text": held.number}).content.decode()
    assert "没有符合条件的证书" in client.get(ADDRESS, {"text": "李"}).content.decode()


def test_others_do_not_see_them(cast: Cast) -> None:
    held = certificate(cast)

    assert held.number not in cast.client(cast.other_clerk).get(ADDRESS).content.decode()
    assert cast.client(cast.wang).get(ADDRESS).status_code == 403


def test_list_costs_the_same_at_any_length(cast: Cast) -> None:
    client = cast.client(cast.clerk)
    for serial in range(1, 11):
        certificate(cast, serial)
    few = queries_of(client, ADDRESS)
    for serial in range(11, 41):
        certificate(cast, serial)

    assert queries_of(client, ADDRESS) == few
    following = client.get(ADDRESS).context["next_page"]
    assert len(client.get(ADDRESS + following).context["certificates"]) == 15
