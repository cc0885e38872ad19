"""Anybody asks about a certificate not found: at the issuer, with its holder told."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from gongtu.engines.casework import queries as cases
from gongtu.engines.casework import services as casework
from gongtu.engines.casework.models import Case
from gongtu.parties.queries import body_for
from gongtu.parties.roles import HRSS
from gongtu.records.outbox.models import Message
from tests.cast import DAY, Cast, id_number
from tests.factories.skills import certificate, filing

ADDRESS = reverse("public:ask_correction")
ASKED = {"name": "汪师傅", "cause": "mismatch", "told": "证书上是王师傅。", "contact": ""}


@pytest.fixture(autouse=True)
def _nobody_has_asked_yet() -> None:
    cache.clear()


@pytest.fixture
def number(cast: Cast) -> str:
    filing(cast)
    return certificate(cast).number


def ask(number: str, **more: str) -> str:
    answer = Client().post(ADDRESS, {"number": number, **ASKED, **more})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_homophone_becomes_a_case_in_the_issuers_inbox(cast: Cast, number: str) -> None:
    ask(number)

    (case,) = cases.waiting_for(cast.clerk)
    shown = cast.client(cast.clerk).get(reverse("cases:show_case", args=[case.number]))
    assert case.procedure == "lookup-correction"
    assert "汪师傅" in shown.content.decode()
    assert "王师傅" in shown.content.decode()


def test_holder_is_told_and_sees_the_case(cast: Cast, number: str) -> None:
    ask(number)

    case = Case.objects.get()
    message = Message.objects.get(to=str(cast.wang.account))
    assert message.about == f"case:{case.number}"
    assert casework.case_for(case.number, by=cast.wang, on=DAY) == case


def test_nobody_is_told_of_a_number_that_is_nobodys(cast: Cast, number: str) -> None:
    ask(number[:-1] + "9")

    assert [one.number for one in cases.waiting_for(cast.clerk)] == [Case.objects.get().number]
    assert not Message.objects.filter(to=str(cast.wang.account)).exists()


def test_office_of_the_place_answers_where_the_number_tells_no_issuer(cast: Cast) -> None:
    ask("1837000000400123", cause="elsewhere", division=cast.district.pk)

    (case,) = cases.waiting_for(cast.liu)
    assert case.holder_organisation == body_for(HRSS, cast.district.pk)


def test_id_number_is_kept_masked_and_its_holder_told(cast: Cast, number: str) -> None:
    ask(id_number(1))

    case = Case.objects.get()
    assert case.answers["number"] == "3702" + "*" * 10 + id_number(1)[-4:]
    assert Message.objects.filter(to=str(cast.wang.account)).exists()


def test_form_says_what_is_missing(db: None) -> None:
    answer = Client().post(ADDRESS, {"number": "12345", "name": ""})

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"number", "name", "cause"}


def test_asking_counts_as_looking_up(number: str) -> None:
    answers = [Client().post(ADDRESS, {"number": number, **ASKED}) for _ in range(21)]

    assert answers[-1].status_code == 429
    assert Case.objects.count() == 20


def test_office_reads_whether_the_name_on_record_is_the_one_looked_up(
    cast: Cast, number: str
) -> None:
    ask(number)

    case = Case.objects.get()
    shown = cast.client(cast.liu).get(reverse("cases:show_case", args=[case.number]))
    assert "登记的姓名与查询的姓名一致" in shown.content.decode()
