"""Deleting a link that is over: asked once more; who opened it stays in the holder's log."""

from django.test import Client
from django.urls import reverse

from gongtu.records.journal.verify import verify_all
from gongtu.registers.wallet.models import Share
from gongtu.registers.wallet.services import end_share
from tests.cast import DAY, Cast
from tests.factories.wallet import shared, signed

VIEWER = {"name": "乙公司 钱女士", "why": "核对应聘人的等级"}


def over(cast: Cast) -> Share:
    """A link that somebody opened, and its holder ended."""
    made = shared(cast, signed(cast))
    Client().post(reverse("public:show_share", args=[made.token]), VIEWER)
    return end_share(made.pk, by=cast.wang, on=DAY)


def test_it_is_gone_after_one_question_and_the_looks_stay(cast: Cast) -> None:
    made = over(cast)
    holder, address = cast.client(cast.wang), reverse("wallet:delete_share", args=[made.pk])

    assert "不能恢复" in holder.get(address).content.decode()
    assert Share.objects.exists()

    assert holder.post(address).url == reverse("wallet:list_shares")
    assert not Share.objects.exists()
    assert holder.post(address).status_code == 404
    log = holder.get(reverse("account:show_access_log")).content.decode()
    for part in (
        "乙公司 钱女士 · 核对应聘人的等级",
        "打开了证书的分享链接",
        "删除证书的分享链接",
        "本人",
        "公众",
    ):
        assert part in log
    assert verify_all().problems == []


def test_its_address_leads_nowhere_any_more(cast: Cast) -> None:
    made = over(cast)
    cast.client(cast.wang).post(reverse("wallet:delete_share", args=[made.pk]))

    assert Client().get(reverse("public:show_share", args=[made.token])).status_code == 404


def test_an_open_one_is_ended_first(cast: Cast) -> None:
    made = shared(cast, signed(cast))
    holder = cast.client(cast.wang)

    answer = holder.post(reverse("wallet:delete_share", args=[made.pk]))

    assert answer.status_code == 422
    assert "请先结束" in answer.content.decode()
    assert Share.objects.exists()
    page = holder.get(reverse("wallet:show_share", args=[made.pk])).content.decode()
    assert "删除这条记录" not in page


def test_nobody_deletes_somebody_elses(cast: Cast) -> None:
    made = over(cast)

    answer = cast.client(cast.li).post(reverse("wallet:delete_share", args=[made.pk]))

    assert answer.status_code == 404
    assert Share.objects.exists()
