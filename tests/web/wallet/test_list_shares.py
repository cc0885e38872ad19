"""Every link one made, open and ended, and nobody else's."""

from datetime import timedelta

from django.urls import reverse

from gongtu.registers.wallet.services import end_share
from tests.cast import DAY, Cast
from tests.factories.wallet import shared, signed


def test_open_ended_and_expired_links_are_told_apart(cast: Cast) -> None:
    number = signed(cast)
    shared(cast, number)
    end_share(shared(cast, number).pk, by=cast.wang, on=DAY)
    shared(cast, number, days=3, on=DAY - timedelta(days=3))

    page = cast.client(cast.wang).get(reverse("wallet:list_shares")).content.decode()

    assert [page.count(word) for word in ("可以打开", "已结束", "已到期")] == [1, 1, 1]


def test_others_see_none_of_them(cast: Cast) -> None:
    shared(cast, signed(cast))

    page = cast.client(cast.li).get(reverse("wallet:list_shares")).content.decode()

    assert "您还没有分享过证书" in page
