"""One batch: the sample looked at one by one, then granted together, then paid by another."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from gongtu.engines.casework.models import Case
from gongtu.policy import providers
from tests.cast import Cast
from tests.factories.cases import claim
from tests.factories.skills import certificate, insured
from tests.registers.offers.conftest import RATES, decided


@pytest.fixture
def drawn(cast: Cast) -> Iterator[tuple[Any, str]]:
    """The officer's browser at a batch of one claim, and its address."""
    before = providers.use_decisions(decided(RATES))
    insured(cast)
    claim(cast, certificate(cast).number)
    client = cast.client(cast.liu)
    yield client, client.post(reverse("desk:draw_batch", args=["skill-upgrade-subsidy"])).url
    providers.use_decisions(before)


def pressed(client: Any, address: str, act: str, **told: str) -> str:
    answer = client.post(f"{address}{act}/", told, follow=True)
    return str(answer.content.decode())


def test_looked_at_granted_and_paid_by_another(cast: Cast, drawn: tuple[Any, str]) -> None:
    client, address = drawn
    number = Case.objects.get().number
    shown = client.get(address).content.decode()
    assert "还有1件没有核对" in shown
    assert "一并核定</button>" not in shown

    assert "刘科长核对无误" in pressed(client, address, "check", number=number, found="sound")
    granted = pressed(client, address, "grant")
    assert "核定1件，共1件" in granted
    assert "发放这一批" not in granted
    paid = pressed(cast.client(cast.sun), address, "pay")

    assert "已发放1件，¥2,000.00" in paid
    assert Case.objects.get().stage == "paid"


def test_what_is_wrong_needs_words_and_is_not_granted(cast: Cast, drawn: tuple[Any, str]) -> None:
    client, address = drawn
    number = Case.objects.get().number

    assert "误在哪里" in pressed(client, address, "check", number=number, found="wrong")
    pressed(client, address, "check", number=number, found="wrong", note="姓名不符")
    pressed(client, address, "grant")

    assert Case.objects.get().stage == "review"
    assert "姓名不符" in client.get(address).content.decode()


def test_it_is_nobody_elses(cast: Cast, drawn: tuple[Any, str]) -> None:
    _client, address = drawn

    for stranger in (cast.wang, cast.clerk, cast.zheng, cast.federation):
        assert cast.client(stranger).get(address).status_code == 404


def test_money_is_not_promised_to_many_past_the_sample(cast: Cast, drawn: tuple[Any, str]) -> None:
    client, _address = drawn
    told = {"number": Case.objects.get().number, "move": "grant"}

    answer = client.post(reverse("desk:decide_batch"), told)

    assert answer.status_code == 422
    assert "抽样核对后办理" in answer.content.decode()
