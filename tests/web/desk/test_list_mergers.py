"""The desk merges two records of one person on one page, by two officers."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gongtu.engines.credentials import services as credentials
from gongtu.parties import services as parties
from gongtu.registers.skills.models import Certificate, IdentityMerger
from gongtu.registers.skills.services.certificates import KIND, order_for
from gongtu.registers.wallet.services import share
from tests.cast import DAY, Cast, id_number
from tests.factories.skills import certificate, filing

ADDRESS = reverse("desk:list_mergers")
PROOF = "公安机关出具的号码变更证明。"


@pytest.fixture
def number(cast: Cast) -> str:
    """王师傅's certificate, and a second record of his."""
    filing(cast)
    parties.register_person(
        name="王建新", id_number=id_number(77), division=cast.district, by=cast.liu, on=DAY
    )
    return certificate(cast).number


def propose(cast: Cast, **more: str) -> Any:
    told = {"duplicate": id_number(1), "survivor": id_number(77), "proof": PROOF, **more}
    return cast.client(cast.liu).post(ADDRESS, told, follow=True)


def act(cast: Cast, who: Any, place: str, **told: str) -> str:
    address = reverse(f"desk:{place}", args=[IdentityMerger.objects.get().pk])
    return str(cast.client(who).post(address, told, follow=True).content.decode())


def test_one_proposes_another_decides_and_it_is_undone(cast: Cast, number: str) -> None:
    shown = propose(cast).content.decode()
    assert "等待另一名工作人员决定" in shown
    assert "决定合并</button>" not in shown
    assert "不予合并</button>" in shown

    shown = act(cast, cast.sun, "settle_merger", settle="confirm")
    assert "已合并" in shown
    assert number in shown
    assert Certificate.objects.get().person.name == "王建新"
    assert "19850" not in shown

    assert "已撤回合并" in act(cast, cast.liu, "undo_merger", reason="两人同名。")
    assert Certificate.objects.get().person.name == "王师傅"


def test_who_proposed_does_not_decide(cast: Cast, number: str) -> None:
    propose(cast)

    assert "另一名工作人员" in act(cast, cast.liu, "settle_merger", settle="confirm")
    assert IdentityMerger.objects.get().state == "proposed"


def test_it_is_dropped_with_a_reason(cast: Cast, number: str) -> None:
    propose(cast)

    assert "请写明理由" in act(cast, cast.sun, "settle_merger", settle="drop")
    assert "证明不足。" in act(cast, cast.sun, "settle_merger", settle="drop", reason="证明不足。")


@pytest.mark.parametrize(("wrong", "says"), [("123", "18"), (id_number(99), "没有这一号码的登记")])
def test_a_number_nobody_has_is_told(cast: Cast, number: str, wrong: str, says: str) -> None:
    shown = propose(cast, survivor=wrong)

    assert shown.status_code == 422
    assert says in shown.content.decode()


def test_whoever_holds_a_certificate_reads_who_moved_it(cast: Cast, number: str) -> None:
    propose(cast)
    act(cast, cast.sun, "settle_merger", settle="confirm")

    history = reverse("enterprise:show_certificate", args=[number])
    shown = cast.client(cast.clerk).get(history).content.decode()
    assert "转入合并后的登记" in shown
    assert PROOF in shown


def test_links_of_the_duplicate_end_with_the_merger(cast: Cast, number: str) -> None:
    held = Certificate.objects.get(number=number)
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=held.issuer_id, by=cast.clerk, on=DAY
    )
    made = share(number, parts=[], days=7, purpose="求职", by=cast.wang, on=DAY)
    propose(cast)
    act(cast, cast.sun, "settle_merger", settle="confirm")

    address = reverse("public:show_share", args=[made.token])
    told = {"name": "钱女士", "why": "核对"}
    assert Client().post(address, told).status_code == 410
    verdict = Client().get(reverse("public:show_verdict", args=[number])).content.decode()
    assert "签名无误" in verdict
