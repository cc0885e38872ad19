"""One's own account, and the frame of every page of signing in."""

import pytest
from django.urls import reverse

from gongtu.parties import services
from gongtu.parties.roles import ENTERPRISE
from tests.parties.conftest import WANG, World
from tests.web.account.conftest import Enter


def test_page_shows_every_capacity(world: World, enter: Enter) -> None:
    world.officer(world.wang, world.works, ENTERPRISE)

    page = enter(world.account(world.wang)).get(reverse("account:show_account")).content.decode()

    assert "王师傅（本人）" in page
    assert "甲公司 · 科长" in page
    assert "3702**********451X" in page
    assert WANG not in page


def test_stranger_to_the_platform_is_led_to_sign_in(client: object, db: None) -> None:
    turned = client.get(reverse("account:show_account"))

    assert turned.url.startswith(reverse("account_login"))


@pytest.mark.parametrize(
    "name",
    ["account_signup", "account_request_login_code", "account_login"],
)
def test_pages_of_signing_in_wear_our_frame(db: None, client: object, name: str) -> None:
    page = client.get(reverse(name)).content.decode()

    assert '<main id="main"' in page


@pytest.mark.parametrize(
    "name", ["account_email", "account_change_phone", "mfa_index", "mfa_list_webauthn"]
)
def test_pages_of_an_account_wear_our_frame(world: World, enter: Enter, name: str) -> None:
    account = services.open_account(email="w@example.org", phone="13800138000", person=world.wang)

    page = enter(account).get(reverse(name), follow=True).content.decode()

    assert '<main id="main"' in page
