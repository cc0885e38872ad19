"""Opening an account by phone: proved by code, without a password, without a person yet."""

import re

from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from gongtu.parties import queries
from gongtu.parties.models import Account
from gongtu.records.outbox.models import Message


def test_account_is_opened_by_phone(db: None, client: Client) -> None:
    client.post(reverse("account_signup"), {"phone": "138 0013 8000", "email": ""})
    code = re.search(r"验证码是(\S+?)，", Message.objects.get(channel="sms").text)
    assert code is not None

    client.post(reverse("account_verify_phone"), {"code": code[1]})

    account = Account.objects.get()
    assert queries.phone_of(account) == "13800138000"
    assert (account.email, account.phone_verified, account.person) == (None, True, None)
    assert client.session["_auth_user_id"] == str(account.pk)


def test_account_without_a_person_sees_the_public_pages_only(db: None, client: Client) -> None:
    test_account_is_opened_by_phone(db, client)

    page = client.get(reverse("account:show_account"))

    assert page.wsgi_request.capacity.key == "public"
    assert "核对本人身份" in page.content.decode()


def test_taken_phone_is_not_given_away(db: None, client: Client) -> None:
    test_account_is_opened_by_phone(db, client)
    cache.clear()
    other = Client()

    answer = other.post(reverse("account_signup"), {"phone": "13800138000", "email": ""})

    assert answer.url == reverse("account_verify_phone")
    assert Account.objects.count() == 1
    assert "_auth_user_id" not in other.session


def test_flood_of_codes_is_stopped(db: None, client: Client) -> None:
    test_account_is_opened_by_phone(db, client)

    answer = Client().post(reverse("account_signup"), {"phone": "13800138000", "email": ""})

    assert answer.status_code == 429
    assert "短时间内的请求过多" in answer.content.decode()
