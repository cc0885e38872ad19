"""Ways in: a code by mail or phone, the demo cast, and TOTP for those who decide."""

import re

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from gongtu.parties import services
from gongtu.parties.models import Account
from gongtu.parties.roles import HRSS
from gongtu.records.outbox.models import Message
from tests.parties.conftest import World
from tests.web.account.conftest import Enter


def code_now(secret: str) -> str:
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def whose(client: Client) -> str:
    return str(client.session.get("_auth_user_id", ""))


def test_page_offers_every_way_in(db: None, client: Client) -> None:
    page = client.get(reverse("account:sign_in")).content.decode()

    assert "用验证码登录" in page
    assert "用通行密钥登录" in page
    assert "演示城市" not in page


def test_code_by_mail_signs_in(world: World, client: Client) -> None:
    account = services.open_account(email="wang@example.org", person=world.wang)
    client.post(reverse("account_request_login_code"), {"email": "wang@example.org"})
    code = re.search(r"\b([A-Z0-9]{3,}-[A-Z0-9]{3,})\b", mail.outbox[0].body)
    assert code is not None

    landed = client.post(reverse("account_confirm_login_code"), {"code": code[1]})

    assert whose(client) == str(account.pk)
    assert landed.url == reverse("worker:show_home")


def test_code_by_phone_goes_through_the_outbox(world: World, client: Client) -> None:
    account = services.open_account(phone="13800138000", person=world.wang)
    client.post(reverse("account_request_login_code"), {"phone": "138 0013 8000"})
    message = Message.objects.get(channel="sms")
    code = re.search(r"验证码是(\S+?)，", message.text)
    assert code is not None

    client.post(reverse("account_confirm_login_code"), {"code": code[1]})

    assert message.to == "13800138000"
    assert whose(client) == str(account.pk)


def test_wrong_code_does_not_sign_in(world: World, client: Client) -> None:
    services.open_account(email="wang@example.org", person=world.wang)
    client.post(reverse("account_request_login_code"), {"email": "wang@example.org"})

    client.post(reverse("account_confirm_login_code"), {"code": "AAA-AAA"})

    assert whose(client) == ""


def test_wrong_phone_is_told(db: None, client: Client) -> None:
    page = client.post(reverse("account_request_login_code"), {"phone": "123"})

    assert "手机号码应为1开头的11位数字，填写的是“123”" in page.content.decode()


def demo_account(world: World) -> Account:
    return services.open_account(email="d@example.org", person=world.wang, is_demo=True)


def test_cast_is_one_click_away_in_the_demo(
    world: World, client: Client, settings: Settings
) -> None:
    settings.GONGTU_DEMO = True
    account = demo_account(world)

    assert "王师傅" in client.get(reverse("account:sign_in")).content.decode()
    landed = client.post(reverse("account:enter_demo"), {"account": account.pk})

    assert landed.url == reverse("worker:show_home")
    assert whose(client) == str(account.pk)


def test_cast_cannot_be_entered_outside_the_demo(world: World, client: Client) -> None:
    account = demo_account(world)

    assert client.post(reverse("account:enter_demo"), {"account": account.pk}).status_code == 404
    assert whose(client) == ""


def test_real_account_is_never_entered_by_the_demo(
    world: World, client: Client, settings: Settings
) -> None:
    settings.GONGTU_DEMO = True
    account = services.open_account(email="real@example.org", person=world.wang)

    assert client.post(reverse("account:enter_demo"), {"account": account.pk}).status_code == 404
    assert whose(client) == ""


def test_demo_is_not_entered_by_a_link(world: World, client: Client, settings: Settings) -> None:
    settings.GONGTU_DEMO = True

    assert client.get(reverse("account:enter_demo")).status_code == 405


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/"])
def test_nobody_is_led_to_a_foreign_page(
    world: World, client: Client, settings: Settings, elsewhere: str
) -> None:
    settings.GONGTU_DEMO = True
    account = demo_account(world)

    landed = client.post(reverse("account:enter_demo"), {"account": account.pk, "next": elsewhere})

    assert landed.url == reverse("worker:show_home")


def test_signing_out_ends_the_session(world: World, enter: Enter) -> None:
    client = enter(world.account(world.wang))

    client.post(reverse("account:sign_out"))

    assert whose(client) == ""


def test_officer_without_second_factor_is_led_to_set_it_up(world: World, enter: Enter) -> None:
    officer = world.officer(world.liu, world.hrss, HRSS)
    client = enter(world.account(world.liu), officer.key)

    turned = client.get(reverse("desk:list_queue"))

    assert turned.url == reverse("mfa_activate_totp")


def test_officer_sets_up_a_real_code_and_may_act(world: World, enter: Enter) -> None:
    officer = world.officer(world.liu, world.hrss, HRSS)
    account = world.account(world.liu)
    client = enter(account, officer.key)
    session = client.session
    session["account_authentication_methods"] = [
        {"method": "code", "at": __import__("time").time()}
    ]
    session.save()
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret

    client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})

    stored = Authenticator.objects.get(user=account, type=Authenticator.Type.TOTP)
    assert get_adapter().decrypt(stored.data["secret"]) == secret
    assert client.get(reverse("desk:list_queue")).status_code == 200


def test_officer_signs_in_with_mail_code_and_second_factor(world: World, client: Client) -> None:
    world.officer(world.liu, world.hrss, HRSS)
    account = world.account(world.liu)
    secret = generate_totp_secret()
    TOTP.activate(account, secret)
    client.post(reverse("account_request_login_code"), {"email": account.email})
    code = re.search(r"\b([A-Z0-9]{3,}-[A-Z0-9]{3,})\b", mail.outbox[0].body)
    assert code is not None

    asked = client.post(reverse("account_confirm_login_code"), {"code": code[1]})
    before = whose(client)
    client.post(reverse("mfa_authenticate"), {"code": code_now(secret)})

    assert asked.url == reverse("mfa_authenticate")
    assert (before, whose(client)) == ("", str(account.pk))
    assert client.get(reverse("desk:list_queue")).status_code == 200


def test_demo_officer_needs_no_second_factor(world: World, enter: Enter) -> None:
    account = services.open_account(email="o@example.org", person=world.liu, is_demo=True)
    officer = world.officer(world.liu, world.hrss, HRSS)

    page = enter(account, officer.key).get(reverse("public:list_articles"))

    assert page.status_code == 200


def test_officer_as_worker_needs_no_second_factor(world: World, enter: Enter) -> None:
    world.officer(world.liu, world.hrss, HRSS)

    page = enter(world.account(world.liu), "worker").get(reverse("public:list_articles"))

    assert page.status_code == 200
