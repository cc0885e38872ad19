"""A link of one's own: its address, and who opened it, in their words."""

from django.test import Client
from django.urls import reverse

from tests.cast import Cast
from tests.factories.wallet import shared, signed


def test_holder_reads_who_opened_the_link_and_why(cast: Cast) -> None:
    made = shared(cast, signed(cast))
    viewer = {"name": "乙公司 钱女士", "why": "核对应聘人的等级"}
    Client().post(reverse("public:show_share", args=[made.token]), viewer)

    page = cast.client(cast.wang).get(reverse("wallet:show_share", args=[made.pk]))

    for part in ("乙公司 钱女士", "核对应聘人的等级", f"http://testserver/shared/{made.token}/"):
        assert part in page.content.decode()


def test_the_look_stands_in_the_log_of_the_account_too(cast: Cast) -> None:
    made = shared(cast, signed(cast))
    told = {"name": "钱女士", "why": "核对"}
    Client().post(reverse("public:show_share", args=[made.token]), told)

    page = cast.client(cast.wang).get(reverse("account:show_access_log"))

    assert "打开了证书的分享链接" in page.content.decode()


def test_somebody_elses_link_is_not_found(cast: Cast) -> None:
    made = shared(cast, signed(cast))

    page = cast.client(cast.li).get(reverse("wallet:show_share", args=[made.pk]))

    assert page.status_code == 404
