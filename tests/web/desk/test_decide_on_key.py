"""A leaked key is decided on once it was shown how many credentials that ends."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.urls import reverse

from gongtu.engines.credentials import services as credentials
from gongtu.engines.credentials.keys import identity
from gongtu.engines.credentials.models import Compromise
from gongtu.engines.credentials.queries import find_credential
from gongtu.records.journal.queries import list_chain
from gongtu.registers.skills.models import Certificate
from gongtu.registers.skills.services.certificates import KIND, order_for
from tests.cast import DAY, Cast
from tests.factories.skills import certificate, filing

BEFORE = DAY - timedelta(days=1)


@pytest.fixture
def number(cast: Cast) -> str:
    """A signed certificate of 王师傅."""
    cache.clear()
    filing(cast)
    held = certificate(cast)
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=held.issuer_id, by=cast.clerk, on=DAY
    )
    return held.number


def public_of(cast: Cast) -> str:
    return identity(cast.bodies["works"].pk, on=DAY).signer.public


def decided(cast: Cast, who: Any, **told: str) -> Any:
    address = reverse("desk:decide_on_key", args=[public_of(cast)])
    whole = {"after": BEFORE.isoformat(), "effect": "revoked", "reason": "密钥外泄", **told}
    return cast.client(who).post(address, whole, follow=True)


def test_first_it_is_told_how_many_it_ends(cast: Cast, number: str) -> None:
    shown = decided(cast, cast.liu)

    assert shown.status_code == 200
    assert "将涉及1份凭证" in shown.content.decode()
    assert not Compromise.objects.exists()
    assert "将涉及0份凭证" in decided(cast, cast.liu, after=DAY.isoformat()).content.decode()


def test_confirmed_it_is_done_and_journaled(cast: Cast, number: str) -> None:
    shown = decided(cast, cast.liu, confirmed="1").content.decode()

    assert "涉及1份凭证" in shown
    assert "不再签名" in shown
    assert "密钥外泄" in shown
    assert Certificate.objects.get(number=number).status == "revoked"
    written = list_chain(f"issuer-key:{public_of_decided()[:60]}").last()
    assert written is not None
    assert (written.kind, written.what["credentials"]) == ("compromised", 1)
    verdict = cast.client(cast.wang).get(reverse("public:show_verdict", args=[number]))
    assert "已撤销" in verdict.content.decode()


def test_in_doubt_a_certificate_is_suspended_only(cast: Cast, number: str) -> None:
    decided(cast, cast.clerk, effect="cannot-tell", confirmed="1")

    credential = find_credential(number)
    assert credential is not None
    assert credential.status == "suspended"
    assert Certificate.objects.get(number=number).status == "valid"


def test_where_the_count_is_another_by_now_it_is_shown_anew(cast: Cast, number: str) -> None:
    shown = decided(cast, cast.liu, confirmed="7").content.decode()

    assert "将涉及1份凭证" in shown
    assert not Compromise.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"reason": " "}, "理由"),
        ({"effect": "burnt"}, "burnt"),
        ({"after": (DAY + timedelta(days=1)).isoformat(), "confirmed": "0"}, "今天以后"),
    ],
)
def test_a_decision_that_is_not_whole_is_refused(
    cast: Cast, number: str, wrong: dict[str, str], says: str
) -> None:
    shown = decided(cast, cast.liu, **wrong)

    assert shown.status_code == 422
    assert says in shown.content.decode()
    assert not Compromise.objects.exists()


@pytest.mark.parametrize("who", ["other_clerk", "wang", "federation", "education"])
def test_others_are_refused(cast: Cast, number: str, who: str) -> None:
    assert decided(cast, getattr(cast, who), confirmed="1").status_code == 403
    assert not Compromise.objects.exists()


def test_a_key_of_nobody_is_told(cast: Cast, number: str) -> None:
    shown = cast.client(cast.liu).get(reverse("desk:decide_on_key", args=["z6MkNobody"]))

    assert shown.status_code in {404, 422}
    assert "没有这把密钥" in shown.content.decode()


def public_of_decided() -> str:
    return Compromise.objects.get().key.public
