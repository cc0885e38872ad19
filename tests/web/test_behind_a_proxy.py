"""Who is counted, and which addresses are told: a visitor's own headers change neither."""

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.web.middleware import VisitorMiddleware
from tests.cast import Cast
from tests.factories.wallet import shared, signed

SPOOFED = {
    "X-Forwarded-For": "198.51.100.1", "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
}  # fmt: skip


def visitor(**headers: str) -> str:
    """Whom a limit counts."""
    seen: list[str] = []

    def note(request: HttpRequest) -> HttpResponse:
        seen.append(request.META["REMOTE_ADDR"])
        return HttpResponse()

    asked = RequestFactory().get("/", headers=headers, REMOTE_ADDR="192.0.2.1")
    VisitorMiddleware(note)(asked)
    return seen[0]


def test_without_a_trusted_proxy_its_header_is_nobodys_word() -> None:
    assert visitor(**SPOOFED) == "192.0.2.1"


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("198.51.100.1, 203.0.113.9", "203.0.113.9"),
        ("2001:db8::1", "2001:db8::1"),
        ("unknown", "192.0.2.1"),
        ("203.0.113.9, ", "192.0.2.1"),
        ("", "192.0.2.1"),
    ],
)
def test_behind_the_proxy_its_own_word_alone_counts(
    settings: Settings, said: str, counted: str
) -> None:
    settings.GONGTU_TRUSTED_PROXY = True

    assert visitor(**{"X-Forwarded-For": said}) == counted


def test_limits_count_the_visitor_not_the_proxy(cast: Cast, settings: Settings) -> None:
    settings.GONGTU_TRUSTED_PROXY = True
    address = reverse("public:show_share", args=[shared(cast, signed(cast)).token])
    told = {"name": "钱女士", "why": "核对"}

    def look(said: str) -> int:
        headers: Any = {"X-Forwarded-For": said}
        return Client().post(address, told, headers=headers).status_code

    one = [look(f"198.51.100.{spoofed}, 203.0.113.77") for spoofed in range(21)]
    assert one == [200] * 20 + [429]
    assert look("203.0.113.78") == 200


def test_what_is_published_keeps_the_public_address(cast: Cast) -> None:
    made = shared(cast, signed(cast))
    works = cast.bodies["works"].pk

    page: Any = cast.client(cast.wang).get(
        reverse("wallet:show_share", args=[made.pk]), headers=SPOOFED
    )
    issuer: Any = Client().get(f"/issuers/{works}/did.json", headers=SPOOFED)

    assert f"http://testserver/shared/{made.token}/" in page.content.decode()
    assert issuer.json()["id"] == f"did:web:testserver:issuers:{works}"
    assert "evil.example" not in page.content.decode() + issuer.content.decode()
