"""Whoever opened a case without an account follows it under an address nobody else guesses."""

from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from tests.cast import DAY, Cast
from tests.factories.skills import certificate, filing


def asked(cast: Cast) -> str:
    cache.clear()
    filing(cast)
    told = {"number": certificate(cast).number, "name": "汪师傅", "cause": "mismatch"}
    return str(Client().post(reverse("public:ask_correction"), told)["Location"])


def test_it_shows_whose_turn_it_is_and_the_answer_when_there_is_one(cast: Cast) -> None:
    address = asked(cast)
    before = Client().get(address).content.decode()
    case = Case.objects.get()
    casework.make_move(
        case.number, "confirm", answers={"answer": "请核对姓名的用字。"}, by=cast.clerk, on=DAY
    )
    after = Client().get(address).content.decode()

    assert "核查中" in before
    assert "甲公司" in before
    assert "待核" in before
    assert 'href="/guides/lookup-correction/"' in before
    assert "请核对姓名的用字。" in after
    assert "王师傅" not in before + after


def test_an_address_handed_out_before_leads_here(cast: Cast) -> None:
    address = asked(cast)
    former = address.replace("/followed/", "/certificates/corrections/")

    assert Client().get(former)["Location"] == address


def test_number_of_the_case_alone_opens_nothing(cast: Cast) -> None:
    asked(cast)
    case = Case.objects.get()

    answers = [
        Client().get(reverse("public:follow_case", args=[token]))
        for token in (case.number, f"{case.number}:made-up")
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
