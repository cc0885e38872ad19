"""Choosing what a link shows, for how long and for what."""

from typing import Any

import pytest
from django.urls import reverse

from gongtu.registers.wallet.models import Share
from tests.cast import DAY, Cast
from tests.factories.skills import certificate
from tests.factories.wallet import signed


def share(cast: Cast, number: str, capacity: Any = None, **change: Any) -> Any:
    told = {"parts": ["name"], "days": 7, "purpose": "向乙公司求职", **change}
    address = reverse("wallet:share_certificate", args=[number])
    return cast.client(capacity or cast.wang).post(address, told)


def test_link_is_made_with_just_the_parts_chosen(cast: Cast) -> None:
    answer = share(cast, signed(cast))

    made = Share.objects.get()
    assert answer.url == reverse("wallet:show_share", args=[made.pk])
    assert (made.parts, (made.until - DAY).days) == ("name", 6)
    assert len(made.token) == 43


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"days": 91}, "小于或等于90"),
        ({"days": 0}, "大于"),
        ({"days": ""}, "必填"),
        ({"purpose": "  "}, "必填"),
        ({"parts": ["grade-secret"]}, "选择"),
    ],
)
def test_what_does_not_do_is_said_and_nothing_is_made(
    cast: Cast, change: dict[str, Any], says: str
) -> None:
    answer = share(cast, signed(cast), **change)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Share.objects.exists()


def test_certificate_without_a_signed_original_is_not_shared(cast: Cast) -> None:
    answer = share(cast, certificate(cast).number)

    assert answer.status_code == 422
    assert "没有电子签名原件" in answer.content.decode()


def test_nobody_shares_somebody_elses_certificate(cast: Cast) -> None:
    number = signed(cast)

    assert share(cast, number, cast.li).status_code == 404
    assert share(cast, number, cast.clerk).status_code == 403
    assert not Share.objects.exists()
