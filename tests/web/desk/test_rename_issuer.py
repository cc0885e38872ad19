"""An issuer's new name is recorded with its day and document; old certificates keep the old one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from gongtu.engines.credentials import services as credentials
from gongtu.registers.skills.services.certificates import KIND, order_for
from tests.cast import DAY, Cast
from tests.factories.skills import certificate, filing

TOLD = {"name": "甲集团公司", "since": DAY.isoformat(), "document": "变更登记通知书〔2026〕8号"}


def renamed(cast: Cast, who: Any, **told: str) -> Any:
    address = reverse("desk:rename_issuer", args=[cast.bodies["works"].pk])
    return cast.client(who).post(address, TOLD | told, follow=True)


def name(cast: Cast) -> str:
    works = cast.bodies["works"]
    works.refresh_from_db()
    return works.name


def test_old_certificates_keep_the_old_name_and_verdicts_add_the_new(cast: Cast) -> None:
    cache.clear()
    filing(cast)
    held = certificate(cast)
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=held.issuer_id, by=cast.clerk, on=DAY
    )

    shown = renamed(cast, cast.liu).content.decode()

    assert "甲公司 → 甲集团公司：变更登记通知书〔2026〕8号，2026-09-01起" in shown
    verdict = Client().get(reverse("public:show_verdict", args=[held.number])).content.decode()
    assert "<dd>甲公司<br" in verdict
    assert "现名称：甲集团公司" in verdict
    assert "有效" in verdict


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": "甲公司"}, "变更后的名称"),
        ({"document": " "}, "依据的文件"),
        ({"since": (DAY + timedelta(days=1)).isoformat()}, "不能晚于今天"),
    ],
)
def test_what_is_not_whole_is_refused(cast: Cast, wrong: dict[str, str], says: str) -> None:
    shown = renamed(cast, cast.liu, **wrong)

    assert shown.status_code == 422
    assert says in shown.content.decode()
    assert name(cast) == "甲公司"


@pytest.mark.parametrize("who", ["clerk", "other_clerk", "wang", "federation", "education"])
def test_others_are_refused(cast: Cast, who: str) -> None:
    assert renamed(cast, getattr(cast, who)).status_code == 403
    assert name(cast) == "甲公司"
