"""The cast on a day that stands still, and a way to ask the API as one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import Settings

from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.models import Credential
from gongtu.parties.capacity import Capacity
from gongtu.registers.skills.models import Certificate
from gongtu.registers.skills.services.certificates import order_for
from tests.cast import DAY, Cast
from tests.factories import skills

ROOT = "/api/v1"
Ask = Callable[..., Any]


@pytest.fixture(autouse=True)
def _stands_still(settings: Settings) -> None:
    settings.GONGTU_TODAY = DAY
    cache.clear()  # look-ups are counted there


@pytest.fixture
def certificate(cast: Cast) -> Certificate:
    """王师傅's certificate of 高级工, signed by 甲公司."""
    held = skills.certificate(cast)
    sign(held, cast.clerk)
    return held


def sign(held: Certificate, by: Capacity) -> Credential:
    return credentials.issue_many(
        "skill-certificate", [order_for(held)], issuer_organisation=held.issuer_id, by=by, on=DAY
    )[0]


@pytest.fixture
def public() -> Client:
    return Client()


def post(client: Client, path: str, told: Any, key: str = "", **headers: str) -> Any:
    """A POST of JSON under an idempotency key, a new one unless it is named."""
    return client.post(
        ROOT + path,
        told,
        content_type="application/json",
        headers={"Idempotency-Key": key or uuid4().hex, **headers},
    )


FINDING = {
    "enterprise": "91370200264574251E",
    "breach": "wages",
    "found_on": "2026-08-31",
    "found": "八月工资未按时发放，涉及十二人。",
}


def open_finding(client: Client, key: str = "", **told: Any) -> Any:
    """甲公司工会 opens a case by the API."""
    opening = {"procedure": "union-supervision", "answers": {**FINDING, **told}}
    return post(client, "/cases", opening, key)
