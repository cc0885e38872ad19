"""Anybody complains of a body that assesses without an account, and reads the answer."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from gongtu.base.errors import Refused
from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case, Letter
from gongtu.engines.casework.refusals import WrongHands
from tests.cast import DAY, Cast
from tests.factories import skills
from tests.factories.quality import move

TOLD = {"ground": "marks", "told": "没有人在场打分。", "contact": "13800000000"}


@pytest.fixture
def address(cast: Cast) -> str:
    cache.clear()
    skills.filing(cast)
    return reverse("public:complain_of_assessor", args=[cast.bodies["works"].pk])


def complain(address: str, **more: str) -> str:
    page = Client().get(address).content.decode()
    (key,) = re.findall(r'name="key" value="(\w+)"', page)
    answers = [Client().post(address, {**TOLD, "key": key, **more}) for _ in range(2)]
    (followed,) = {answer["Location"] for answer in answers}
    return str(followed)


def test_two_clicks_are_one_case_whose_answer_is_read_at_its_address(
    cast: Cast, address: str
) -> None:
    followed = complain(address)
    case = Case.objects.get()
    before = Client().get(followed).content.decode()
    move(case, "accept", cast.liu)
    move(case, "answer", cast.liu, founded="founded", answer="经检查属实。")
    letter = Letter.objects.get()
    unread = (letter.served_on, letter.read_at)
    after = Client().get(followed).content.decode()
    Client().get(followed)
    letter.refresh_from_db()

    assert "待受理" in before
    assert "经检查属实。" in after
    assert "本件的提出人" in after
    assert (
        "To whoever asked"
        in Client(headers={"accept-language": "en"}).get(followed).content.decode()
    )
    assert unread == (None, None)
    assert (letter.served_on, letter.served_how) == (DAY, "electronic")
    assert letter.read_at
    kinds = [entry.kind for entry in cases.history_of(case, cast.liu)]
    assert (kinds.count("served"), kinds.count("read")) == (1, 1)


def test_office_reads_how_to_reach_them_and_the_body_sees_nothing(cast: Cast, address: str) -> None:
    complain(address)

    case = cast.client(cast.liu).get(reverse("cases:show_case", args=[Case.objects.get().number]))
    assert "13800000000" in case.content.decode()
    with pytest.raises(WrongHands):
        casework.case_for(Case.objects.get().number, cast.clerk, on=DAY)


def test_what_is_no_matter_of_assessing_is_answered_with_reasons(cast: Cast, address: str) -> None:
    followed = complain(address, contact="")
    told = {"answer": "请向劳动保障监察机构反映。"}
    move(Case.objects.get(), "refer", cast.liu, reason="反映的是加班工资。", **told)

    shown = Client().get(followed).content.decode()
    assert "反映的是加班工资。" in shown
    assert "请向劳动保障监察机构反映。" in shown


def test_letter_to_nobody_in_particular_is_not_served_electronically_by_hand(
    cast: Cast, address: str
) -> None:
    complain(address)
    case = move(Case.objects.get(), "accept", cast.liu)
    move(case, "answer", cast.liu, founded="unfounded", answer="未发现。")

    letter = Letter.objects.get()
    with pytest.raises(Refused, match="没有同意电子送达"):
        casework.serve_letter(letter.pk, how="electronic", by=cast.liu, on=DAY)


def test_form_says_what_is_missing_and_a_made_up_key_does_not_count(address: str) -> None:
    empty = Client().post(address, {})
    assert (empty.status_code, set(empty.context["form"].errors)) == (422, {"ground", "told"})

    places = {Client().post(address, {**TOLD, "key": "1"})["Location"] for _ in range(2)}
    assert len(places) == Case.objects.count() == 2


def test_one_visitor_complains_so_often_and_no_more(address: str) -> None:
    answers = [Client().post(address, TOLD) for _ in range(21)]

    assert answers[-1].status_code == 429
    assert Case.objects.count() == 20


def test_page_leads_to_the_form_of_an_account_with_the_body_filled_in(
    cast: Cast, address: str
) -> None:
    (start,) = re.findall(r'href="(/cases/new/[^"]+)"', Client().get(address).content.decode())

    assert 'value="甲公司"' in cast.client(cast.li).get(start).content.decode()
    assert cast.client(cast.li).get(start + "999").status_code == 404
    unknown = reverse("public:complain_of_assessor", args=[cast.bodies["other"].pk])
    assert Client().get(unknown).status_code == 404


def test_guide_leads_the_public_to_the_bodies_and_a_worker_to_the_form(cast: Cast) -> None:
    guide = reverse("public:show_guide", args=["assessment-complaint"])

    assert Client().get(guide).context["guide"]["begin_at"] == reverse("public:list_assessors")
    mine = cast.client(cast.li).get(guide).context["guide"]["begin_at"]
    assert mine == reverse("cases:start_case", args=["assessment-complaint"])
