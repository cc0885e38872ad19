"""What was offered to me, what I declined, and whether I agreed once and for all."""

from django.urls import reverse

from gongtu.parties import services as parties
from gongtu.registers.offers.models import Decline, Offer
from tests.cast import DAY, Cast
from tests.factories.offers import KEY, offer
from tests.web.costs import queries_of

ADDRESS = reverse("worker:list_offers")


def test_it_lists_what_was_offered_with_what_became_of_it(cast: Cast) -> None:
    offer(cast)
    offer(cast, "2", state="taken", taken_by="standing", case_number="20260000001", ended_on=DAY)

    shown = cast.client(cast.wang).get(ADDRESS).content.decode()

    assert "¥2,000.00" in shown
    assert "已告知" in shown
    assert "已领取 · 长期同意" in shown
    assert "/cases/20260000001/" in shown


def test_nobody_elses_are_there(cast: Cast) -> None:
    offer(cast)

    assert "¥2,000.00" not in cast.client(cast.li).get(ADDRESS).content.decode()
    assert cast.client(cast.clerk).get(ADDRESS).status_code == 403


def test_declining_takes_it_off_and_revoking_brings_it_back(cast: Cast) -> None:
    offer(cast)
    client = cast.client(cast.wang)

    shown = client.post(reverse("worker:decline", args=[KEY]), follow=True).content.decode()

    assert "自2026年9月1日起不再告知" in shown
    assert Offer.objects.get().state == "declined"
    no = Decline.objects.get()
    shown = client.post(reverse("worker:revoke_decline", args=[no.pk]), follow=True)
    assert "没有谢绝的待遇" in shown.content.decode()


def test_it_says_whether_claims_are_made_without_asking(cast: Cast) -> None:
    client = cast.client(cast.wang)
    assert "可以同意由平台直接替您提出申请" in client.get(ADDRESS).content.decode()
    parties.give_consent(
        cast.person(cast.wang), "benefits-unasked", evidence="勾选", by=cast.wang, on=DAY
    )

    assert "您已同意" in client.get(ADDRESS).content.decode()


def test_many_offers_cost_no_more(cast: Cast) -> None:
    client = cast.client(cast.wang)
    offer(cast)
    few = queries_of(client, ADDRESS)
    for place in range(2, 9):
        offer(cast, str(place))

    assert queries_of(client, ADDRESS) == few
