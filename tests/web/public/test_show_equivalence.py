"""A row has a permanent address, its source, and what ended can still be read there."""

from django.test import Client
from django.urls import reverse


def shown(key: str, **more: str) -> str:
    address = reverse("public:show_equivalence", args=[key])
    return Client(**more).get(address).content.decode()


def test_row_shows_every_statement_its_years_and_source(db: None) -> None:
    page = shown("senior-to-assistant")

    assert 'id="since-2018-11-01"' in page
    assert "2018年11月1日至2020年12月1日" in page
    assert "clantja.com" in page
    assert "人社部发〔2020〕96号" in page
    assert "title-assistant" in page
    assert "现行有效" in page


def test_row_that_is_not_confirmed_says_what_is_known(db: None) -> None:
    page = shown("senior-title-to-special-technician")

    assert "待核" in page
    assert "广东省2025年规定" in page


def test_row_is_read_in_english(db: None) -> None:
    page = shown("senior-to-assistant", HTTP_ACCEPT_LANGUAGE="en")

    assert "senior worker → assistant" in page
    assert "A national trial in engineering only" in page


def test_unknown_row_is_not_there(db: None) -> None:
    address = reverse("public:show_equivalence", args=["no-such-row"])

    assert Client().get(address).status_code == 404
