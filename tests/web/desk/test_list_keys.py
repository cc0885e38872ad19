"""An issuer, or the office above it, sees its keys and makes the next one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse

from gongtu.engines.credentials.keys import identity
from gongtu.engines.credentials.models import IssuerKey
from gongtu.parties.capacity import Capacity
from tests.cast import DAY, Cast

SOON, LATER = DAY + timedelta(days=10), DAY + timedelta(days=40)


@pytest.fixture
def public(cast: Cast) -> str:
    return identity(cast.bodies["works"].pk, on=DAY).signer.public


def address(cast: Cast) -> str:
    return reverse("desk:list_keys", args=[cast.bodies["works"].pk])


def rotated(cast: Cast, who: Capacity, begins: date = SOON, until: date = LATER) -> Any:
    told = {"kind": "Ed25519", "begins": begins.isoformat(), "until": until.isoformat()}
    return cast.client(who).post(address(cast), told, follow=True)


@pytest.mark.parametrize("who", ["clerk", "liu", "zheng"])
def test_the_next_key_overlaps_the_old(cast: Cast, public: str, who: str) -> None:
    shown = rotated(cast, getattr(cast, who)).content.decode()

    assert "新密钥已经生成并公布" in shown
    assert "待启用" in shown
    old = IssuerKey.objects.get(public=public)
    new = IssuerKey.objects.exclude(public=public).get()
    assert (old.until, new.since, new.until) == (LATER, SOON, None)


@pytest.mark.parametrize(
    ("who", "back"), [("clerk", "enterprise:list_certificates"), ("liu", "desk:list_issuers")]
)
def test_page_leads_back_to_where_it_was_opened_from(
    cast: Cast, public: str, who: str, back: str
) -> None:
    shown = cast.client(getattr(cast, who)).get(address(cast)).content.decode()

    assert f'<p class="soft"><a href="{reverse(back)}">' in shown


def test_a_second_rotation_waits_for_the_first(cast: Cast, public: str) -> None:
    rotated(cast, cast.clerk)

    shown = rotated(cast, cast.clerk)

    assert shown.status_code == 422
    assert "已有一把密钥等待启用" in shown.content.decode()
    assert IssuerKey.objects.count() == 2


def test_no_day_may_be_without_a_key(cast: Cast, public: str) -> None:
    shown = rotated(cast, cast.clerk, begins=LATER, until=SOON)

    assert shown.status_code == 422
    assert "旧密钥的停用日期不能早于" in shown.content.decode()
    assert IssuerKey.objects.count() == 1


@pytest.mark.parametrize("who", ["other_clerk", "wang", "union", "federation", "education"])
def test_others_are_refused(cast: Cast, public: str, who: str) -> None:
    assert cast.client(getattr(cast, who)).get(address(cast)).status_code == 403
    assert rotated(cast, getattr(cast, who)).status_code == 403
    assert IssuerKey.objects.count() == 1
