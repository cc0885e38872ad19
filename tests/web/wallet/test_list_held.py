"""One's certificates as cards, each with the verdict that anybody would get today."""

import pytest
from django.urls import reverse

from gongtu.engines.credentials import services as credentials
from gongtu.registers.skills.choices import RevocationReason
from gongtu.registers.skills.services.certificates import revoke_certificate
from tests.cast import DAY, Cast
from tests.factories.skills import certificate
from tests.factories.wallet import signed


def shown(cast: Cast, capacity=None) -> str:
    page = cast.client(capacity or cast.wang).get(reverse("wallet:list_held"))
    return page.content.decode()


def test_card_bears_occupation_grade_number_issuer_and_verdict(cast: Cast) -> None:
    number = signed(cast)

    page = shown(cast)

    for part in ("装配钳工", number, "甲公司", '<span class="tag good">有效</span>'):
        assert part in page


def test_revoked_certificate_says_revoked_and_why(cast: Cast) -> None:
    number = signed(cast)
    revoke_certificate(
        number, reason=RevocationReason.ISSUED_IN_ERROR, told="重复核发", heard="无异议",
        by=cast.clerk, on=DAY,
    )  # fmt: skip

    page = shown(cast)

    assert "已撤销" in page
    assert "核发有误" in page


def test_suspended_certificate_is_not_called_valid(cast: Cast) -> None:
    credentials.suspend(signed(cast), "待核", by=cast.clerk, on=DAY)

    page = shown(cast)

    assert "无法判断" in page
    assert 'tag good">有效' not in page


def test_certificate_without_a_signed_original_says_so_and_cannot_be_shared(cast: Cast) -> None:
    certificate(cast)

    page = shown(cast)

    assert "没有电子签名原件" in page
    assert "/share/" not in page


def test_empty_wallet_says_what_will_come(cast: Cast) -> None:
    assert "您名下还没有证书" in shown(cast, cast.li)


@pytest.mark.parametrize("who", ["clerk", "liu", "union"])
def test_wallet_is_nobodys_who_acts_for_a_body(cast: Cast, who: str) -> None:
    page = cast.client(getattr(cast, who)).get(reverse("wallet:list_held"))

    assert page.status_code == 403
