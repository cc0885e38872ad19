"""Anybody reads which enterprises recognise each other's grades, and nothing of any worker."""

from datetime import date

from django.test import Client
from django.urls import reverse

from gongtu.parties import services as parties
from gongtu.parties.capacity import CLOCK
from tests.cast import DAY, Cast
from tests.factories.recognition import agreement, ended
from tests.factories.skills import certificate
from tests.web.costs import queries_of

ADDRESS = reverse("public:list_agreements")


def shown() -> str:
    return Client().get(ADDRESS).content.decode()


def test_parties_scope_and_term_are_public(cast: Cast) -> None:
    agreement(cast)

    page = shown()

    assert "甲公司 – 乙公司" in page
    assert "装配钳工 中级工 – 技师" in page
    assert "2028年8月31日" in page
    assert "履行中" in page


def test_no_worker_is_named(cast: Cast) -> None:
    agreement(cast)
    certificate(cast)
    parties.employ(cast.person(cast.wang), cast.bodies["other"], by=CLOCK, on=DAY)

    assert "王师傅" not in shown()


def test_an_end_that_was_told_is_shown_with_its_day(cast: Cast) -> None:
    agreement(cast, since=date(2026, 3, 2))
    ended(cast, on=date(2026, 8, 20))

    page = shown()
    assert "已通知终止" in page
    assert "2026年9月18日" in page


def test_an_ended_and_a_coming_one_say_so(cast: Cast) -> None:
    agreement(cast, since=date(2026, 3, 2), notice_days=0)
    ended(cast, on=DAY)
    agreement(cast, number="20260009002", since=date(2026, 10, 1))

    page = shown()
    assert "已终止" in page
    assert "尚未生效" in page


def test_none_at_all_is_said(cast: Cast) -> None:
    assert "还没有企业订立互认协议" in shown()


def test_many_cost_no_more_queries_than_one(cast: Cast) -> None:
    agreement(cast)
    one = queries_of(Client(), ADDRESS)
    for serial in range(2, 6):
        agreement(cast, number=f"2026000900{serial}")

    assert queries_of(Client(), ADDRESS) == one


def test_a_long_list_goes_on_page_by_page(cast: Cast) -> None:
    for serial in range(26):
        agreement(cast, number=f"202600090{serial:02d}")

    first = shown()
    assert "?after=2026-09-01" in first
    assert Client().get(ADDRESS, {"after": "2026-09-01~1"}).status_code == 200
    assert Client().get(ADDRESS, {"after": "yesterday"}).status_code == 422
