"""After a holder's death nobody shows their certificates anew; the certificates stay true."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gongtu.records.journal.queries import list_chain
from gongtu.registers.wallet.services import share
from tests.cast import DAY, Cast
from tests.factories.wallet import signed

DIED = DAY - timedelta(days=2)
TOLD = {"died_on": DIED.isoformat(), "source": "死亡证明〔2026〕12号"}
VIEWER = {"name": "钱女士", "why": "核对"}


def recorded(cast: Cast, who: Any, **told: str) -> Any:
    address = reverse("account:record_death", args=[cast.wang.person])
    return cast.client(who).post(address, TOLD | told, follow=True)


def taken_back(cast: Cast, who: Any, reason: str) -> Any:
    address = reverse("account:take_back_death", args=[cast.wang.person])
    return cast.client(who).post(address, {"reason": reason}, follow=True)


def died_on(cast: Cast) -> date | None:
    return cast.person(cast.wang).died_on


def looked_at(token: str) -> int:
    answer = Client().post(reverse("public:show_share", args=[token]), VIEWER)
    return int(answer.status_code)


def test_links_end_and_no_new_ones_are_made(cast: Cast) -> None:
    number = signed(cast)
    token = share(number, parts=[], days=7, purpose="求职", by=cast.wang, on=DAY).token
    assert looked_at(token) == 200

    shown = recorded(cast, cast.liu).content.decode()

    assert "2026年8月30日" in shown
    assert looked_at(token) == 410
    for door in ("share_certificate", "present_certificate"):
        address = reverse(f"wallet:{door}", args=[number])
        told = {"parts": ["name"], "days": 7, "purpose": "求职"}
        answer = cast.client(cast.wang).post(address, told)
        assert answer.status_code == 422
        assert "已登记死亡" in answer.content.decode()


def test_the_certificate_stays_true_and_is_found(cast: Cast) -> None:
    number = signed(cast)
    recorded(cast, cast.liu)

    verdict = Client().get(reverse("public:show_verdict", args=[number])).content.decode()

    assert "签名无误" in verdict


def test_day_and_document_are_in_the_journal(cast: Cast) -> None:
    recorded(cast, cast.liu)

    written = list_chain(f"person:{cast.wang.person}").filter(kind="died").get()
    assert written.what["died_on"] == DIED.isoformat()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"died_on": (DAY + timedelta(days=1)).isoformat()}, "不能晚于今天"),
        ({"died_on": "1950-01-01"}, "不能早于出生"),
        ({"source": " "}, "依据的文件"),
    ],
)
def test_what_is_not_whole_is_refused(cast: Cast, wrong: dict[str, str], says: str) -> None:
    shown = recorded(cast, cast.liu, **wrong)

    assert shown.status_code == 422
    assert says in shown.content.decode()
    assert died_on(cast) is None


def test_nobody_dies_twice(cast: Cast) -> None:
    recorded(cast, cast.liu)

    assert recorded(cast, cast.liu, died_on=DAY.isoformat()).status_code == 422
    assert died_on(cast) == DIED


def test_recorded_in_error_it_is_taken_back_with_a_reason(cast: Cast) -> None:
    token = share(signed(cast), parts=[], days=7, purpose="求职", by=cast.wang, on=DAY).token
    assert "没有登记死亡" in taken_back(cast, cast.liu, "同名。").content.decode()
    recorded(cast, cast.liu)

    assert "请写明理由" in taken_back(cast, cast.liu, " ").content.decode()
    taken_back(cast, cast.liu, "同名。")

    assert died_on(cast) is None
    assert looked_at(token) == 200


@pytest.mark.parametrize("who", ["clerk", "wang", "federation", "stranger"])
def test_others_are_refused(cast: Cast, who: str) -> None:
    assert recorded(cast, getattr(cast, who)).status_code == 403
    assert died_on(cast) is None
    recorded(cast, cast.liu)
    assert taken_back(cast, getattr(cast, who), "复活。").status_code == 403
    assert died_on(cast) == DIED
