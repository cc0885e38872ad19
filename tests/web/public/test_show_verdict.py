"""Where the code on a printed certificate leads: the verdict, and no name."""

from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from gongtu.engines.credentials import services as credentials
from gongtu.parties import services as parties
from gongtu.registers.skills.services.certificates import KIND, order_for
from tests.cast import DAY, Cast
from tests.factories.skills import certificate, filing


def test_code_shows_the_verdict_but_not_the_holder(cast: Cast) -> None:
    cache.clear()
    filing(cast)
    held = certificate(cast)
    works = cast.bodies["works"].pk
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=works, by=cast.clerk, on=DAY
    )

    shown = Client().get(reverse("public:show_verdict", args=[held.number])).content.decode()

    assert "有效" in shown
    assert "王师傅" not in shown


def test_issuer_stands_as_it_was_called_then_with_its_name_of_today(cast: Cast) -> None:
    cache.clear()
    filing(cast)
    held = certificate(cast)
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=held.issuer_id, by=cast.clerk, on=DAY
    )
    parties.rename_organisation(
        held.issuer, "甲集团公司", told="变更登记通知书", by=cast.liu, on=DAY
    )

    shown = Client().get(reverse("public:show_verdict", args=[held.number])).content.decode()

    assert "<dd>甲公司<br" in shown
    assert "现名称：甲集团公司" in shown
    assert "有效" in shown


def test_unknown_code_is_not_called_false(db: None) -> None:
    cache.clear()
    shown = Client().get(reverse("public:show_verdict", args=["Y000037020001263000999"]))

    assert shown.status_code == 200
    assert "这不等于证书是假的" in shown.content.decode()


def test_an_address_of_no_letters_is_not_found_either(db: None) -> None:
    for code in ("%00", "Y%00", "%EF%BF%BD", "9" * 4_000):
        cache.clear()
        shown = Client().get(f"/certificates/{code}/")

        assert shown.status_code == 200
        assert "这不等于证书是假的" in shown.content.decode()


def test_suspended_certificate_is_told_so_and_is_not_called_valid(cast: Cast) -> None:
    cache.clear()
    filing(cast)
    held = certificate(cast)
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=held.issuer_id, by=cast.clerk, on=DAY
    )
    credentials.suspend(held.number, "调查期间", by=cast.liu, on=DAY)

    page = Client().get(reverse("public:show_verdict", args=[held.number]))

    verdict = page.context["told"]["verdict"]
    assert verdict["label"] == "无法判断"
    assert "已暂停" in verdict["says"]


def test_verdict_says_when_it_was_found_so_that_it_can_be_printed(cast: Cast) -> None:
    cache.clear()
    held = certificate(cast)
    credentials.issue_many(
        KIND, [order_for(held)], issuer_organisation=held.issuer_id, by=cast.clerk, on=DAY
    )

    shown = Client().get(reverse("public:show_verdict", args=[held.number])).content.decode()

    assert "查验时间：" in shown


def test_page_can_show_what_the_code_on_paper_says_without_being_sent_it(cast: Cast) -> None:
    cache.clear()
    held = certificate(cast)

    shown = Client().get(reverse("public:show_verdict", args=[held.number])).content.decode()

    assert 'data-verify="paper"' in shown
    assert "王师傅" not in shown
