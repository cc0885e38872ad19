"""What was offered to me, what I declined, and whether I agreed once and for all."""

import pytest
from django.urls import reverse

from gongtu.parties import services as parties
from gongtu.registers.offers.models import Decline, Offer, SurveyAnswer
from tests.cast import DAY, Cast
from tests.factories.offers import KEY, offer, offer_to
from tests.web.costs import queries_of

ADDRESS = reverse("offers:list_offers")


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

    for somebody in (cast.li, cast.clerk, cast.school):
        assert "¥2,000.00" not in cast.client(somebody).get(ADDRESS).content.decode()
    for nobody in (cast.union, cast.liu):
        assert cast.client(nobody).get(ADDRESS).status_code == 403


@pytest.mark.parametrize("body", ["works", "school"])
def test_an_organisation_reads_what_it_was_offered_answered_and_declined(
    cast: Cast, body: str
) -> None:
    live, past = offer_to(cast, body), offer_to(cast, body, "2", state="lapsed", ended_on=DAY)
    SurveyAnswer.objects.create(offer=past, why="did-not-know", answered_on=DAY)
    who = {"works": cast.clerk, "school": cast.school}[body]
    client = cast.client(who)

    page = client.get(ADDRESS).content.decode()

    assert "告知过本单位的待遇" in page
    assert "青岛港集装箱桥吊培训中心" in page
    assert f"{reverse('offers:list_entitlements')}#{live.benefit}-1" in page
    assert "您的回答：不知道有这项待遇" in page
    assert "自动申请" not in page
    shown = client.post(reverse("offers:decline", args=[live.benefit]), follow=True)
    assert "自2026年9月1日起不再告知" in shown.content.decode()
    live.refresh_from_db()
    assert live.state == "declined"
    assert reverse("offers:tell_why", args=[live.pk]) in shown.content.decode()


def test_the_older_stand_on_the_next_page(cast: Cast) -> None:
    for place in range(26):
        offer_to(cast, "works", str(place), title=f"基地{place}号")
    client = cast.client(cast.clerk)
    first = client.get(ADDRESS)
    assert "基地0号" not in first.content.decode()

    second = client.get(ADDRESS + first.context["next_page"])

    assert "基地0号" in second.content.decode()
    assert second.context["next_page"] == ""
    assert client.get(ADDRESS + "?after=x").status_code == 422


def test_declining_takes_it_off_and_revoking_brings_it_back(cast: Cast) -> None:
    offer(cast)
    client = cast.client(cast.wang)

    shown = client.post(reverse("offers:decline", args=[KEY]), follow=True).content.decode()

    assert "自2026年9月1日起不再告知" in shown
    assert Offer.objects.get().state == "declined"
    no = Decline.objects.get()
    shown = client.post(reverse("offers:revoke_decline", args=[no.pk]), follow=True)
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
