"""A certificate of elsewhere: checked anew each time, told apart from the register's own."""

from django.urls import reverse

from gongtu.registers.wallet import services
from tests.cast import DAY, Cast
from tests.factories.wallet import kept, welder


def test_page_says_by_whom_and_which_steps_and_that_it_is_of_elsewhere(cast: Cast) -> None:
    one = kept(cast)

    page = cast.client(cast.wang).get(reverse("wallet:show_elsewhere", args=[one.pk]))

    for part in ("焊工证", "did:key:", "别处签发", "与内容相符", "没有登记可查"):
        assert part in page.content.decode()


def test_verdict_is_that_of_today_not_of_the_day_it_came(cast: Cast, settings) -> None:
    content = welder(validUntil="2026-10-01T00:00:00Z")
    one = services.keep(content.encode("utf8"), by=cast.wang, on=DAY)
    address = reverse("wallet:show_elsewhere", args=[one.pk])

    assert "已过期" not in cast.client(cast.wang).get(address).content.decode()
    settings.GONGTU_TODAY = DAY.replace(month=11)
    assert "已过期" in cast.client(cast.wang).get(address).content.decode()


def test_it_stands_apart_in_the_wallet(cast: Cast) -> None:
    kept(cast)

    page = cast.client(cast.wang).get(reverse("wallet:list_held")).content.decode()

    assert page.index("别处签发的证书") < page.index("焊工证")
    assert 'class="card paper' not in page


def test_somebody_elses_is_not_found(cast: Cast) -> None:
    address = reverse("wallet:show_elsewhere", args=[kept(cast).pk])

    assert cast.client(cast.li).get(address).status_code == 404
